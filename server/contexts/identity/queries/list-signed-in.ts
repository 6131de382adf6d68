import { and, gt } from "drizzle-orm";
import { sessions } from "@/db/schema/identity";
import type { AccountId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** Who has a session open that began after an instant of system time. */
export async function listSignedIn(ctx: Ctx, { since }: { since: Date }): Promise<AccountId[]> {
	const rows = await ctx.db
		.selectDistinct({ accountId: sessions.accountId })
		.from(sessions)
		.where(and(gt(sessions.createdAt, since), gt(sessions.expiresAt, ctx.clock.systemNow())));
	return rows.map(({ accountId }) => accountId);
}
