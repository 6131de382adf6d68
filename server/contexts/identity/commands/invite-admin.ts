import { and, arrayContains, eq, isNull, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { accounts, invitations } from "@/db/schema/identity";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { identityRefusals, type inviteAdminInput } from "../contracts";
import { invitationExpiry } from "../domain/invitation";
import { hashToken, newSessionToken } from "../domain/session";

/**
 * Invites the first admin of an installation, or an admin who can't get in any more, and gives the link's secret: it is not kept,
 * and a newer invitation of the same address replaces it. By the house only; whoever is an admin already makes the others.
 */
export async function inviteAdmin(
	ctx: Ctx,
	{ email }: z.output<typeof inviteAdminInput>,
): Promise<{ token: string; expiresAt: Date }> {
	if (ctx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
	return withTransaction(ctx, async (tx) => {
		await tx.db.execute(sql`lock table identity.invitations in exclusive mode`);
		const [account] = await tx.db.select().from(accounts).where(eq(accounts.email, email)).for("share");
		if (account && !account.active) throw identityRefusals.because("account_inactive");
		const isAdmin = and(arrayContains(accounts.roles, ["admin"]), eq(accounts.active, true));
		const [other] = await tx.db
			.select()
			.from(accounts)
			.where(and(isAdmin, ne(accounts.email, email)))
			.limit(1);
		if (other && !account?.roles.includes("admin"))
			throw identityRefusals.because("admin_exists", { email: other.email });
		const now = tx.clock.systemNow();
		const open = and(eq(invitations.email, email), isNull(invitations.closedAt));
		await tx.db.update(invitations).set({ closedAt: now }).where(open);
		const token = newSessionToken();
		const expiresAt = invitationExpiry(now);
		await tx.db.insert(invitations).values({ tokenHash: hashToken(token), email, roles: ["admin"], expiresAt });
		await audit(tx, {
			action: "identity.invite-admin",
			subject: `email:${email}`,
			after: { roles: ["admin"], expiresAt },
		});
		return { token, expiresAt };
	});
}
