import { eq } from "drizzle-orm";
import type { z } from "zod";
import { accounts, invitations } from "@/db/schema/identity";
import { system } from "@/server/kernel/actor";
import type { AccountId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import { actingAs, type Ctx, type TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { type acceptInvitationInput, identityRefusals } from "../contracts";
import { type InvitationState, invitationState, nameFromEmail } from "../domain/invitation";
import { hashToken } from "../domain/session";
import { openSession } from "./open-session";
import { publishAccount } from "./publish-account";
import { registerAccount } from "./register-account";

type Refused = Exclude<InvitationState, "open">;
const refusals = {
	used: "invitation_used",
	replaced: "invitation_replaced",
	expired: "invitation_expired",
} as const satisfies Record<Refused, string>;

/**
 * Uses an invitation up: whoever holds the link gets an account with its roles, or the roles on top of the account that the
 * address has already, and is signed in. Of two at once the second finds it used.
 */
export async function acceptInvitation(
	asked: Ctx,
	{ token, locale }: z.output<typeof acceptInvitationInput>,
): Promise<{ token: string; expiresAt: Date }> {
	const ctx = actingAs(asked, system("identity/accept-invitation"));
	return withTransaction(ctx, async (tx) => {
		const mine = eq(invitations.tokenHash, hashToken(token));
		const [invitation] = await tx.db.select().from(invitations).where(mine).for("update");
		if (!invitation) throw identityRefusals.because("invitation_unknown");
		const now = tx.clock.systemNow();
		const state = invitationState(invitation, now);
		if (state !== "open") throw identityRefusals.because(refusals[state]);
		const accountId = await accountWith(tx, invitation, locale);
		await tx.db.update(invitations).set({ closedAt: now, accountId }).where(mine);
		await audit(tx, {
			action: "identity.accept-invitation",
			subject: `account:${accountId}`,
			after: { email: invitation.email, roles: invitation.roles },
		});
		return openSession(tx, { accountId });
	});
}

async function accountWith(
	tx: TxCtx,
	{ email, roles }: typeof invitations.$inferSelect,
	locale: "en" | "ru",
): Promise<AccountId> {
	const [known] = await tx.db.select().from(accounts).where(eq(accounts.email, email)).for("update");
	if (!known) {
		const { accountId } = await registerAccount(tx, { name: nameFromEmail(email), email, phone: "", locale, roles });
		return accountId;
	}
	if (roles.every((role) => known.roles.includes(role))) return known.id;
	const [changed] = await tx.db
		.update(accounts)
		.set({ roles: [...new Set([...known.roles, ...roles])], version: known.version + 1 })
		.where(eq(accounts.id, known.id))
		.returning();
	if (changed) await publishAccount(tx, changed);
	return known.id;
}
