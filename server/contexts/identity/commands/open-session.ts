import { eq } from "drizzle-orm";
import { accounts, sessions } from "@/db/schema/identity";
import type { AccountId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { identityRefusals } from "../contracts";
import { hashToken, newSessionToken, sessionExpiry } from "../domain/session";

/** Signs an account in: a new token each time. The caller has made sure that it is this person. */
export async function openSession(
	ctx: Ctx,
	{ accountId }: { accountId: AccountId },
): Promise<{ token: string; expiresAt: Date }> {
	return withTransaction(ctx, async (tx) => {
		const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for("share");
		if (!account) throw identityRefusals.because("unknown_account");
		if (!account.active) throw identityRefusals.because("account_inactive");
		const token = newSessionToken();
		const expiresAt = sessionExpiry(tx.clock.systemNow());
		await tx.db.insert(sessions).values({ tokenHash: hashToken(token), accountId, expiresAt });
		await audit(tx, { action: "identity.open-session", subject: `account:${accountId}` });
		return { token, expiresAt };
	});
}
