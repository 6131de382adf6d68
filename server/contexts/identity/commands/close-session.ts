import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/identity";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { hashToken } from "../domain/session";

/** Signs out: the token is worth nothing from the commit on. Closing a session that is gone does nothing. */
export async function closeSession(ctx: Ctx, { token }: { token: string }): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [closed] = await tx.db
			.delete(sessions)
			.where(eq(sessions.tokenHash, hashToken(token)))
			.returning();
		if (closed) await audit(tx, { action: "identity.close-session", subject: `account:${closed.accountId}` });
	});
}
