import { eq } from "drizzle-orm";
import { payoutAccounts } from "@/db/schema/billing-transfers";
import type { Ctx } from "@/server/platform/context";
import { workerOf } from "../domain/ownership";

/** Where the signed-in worker is paid; null where that was never said. */
export async function getPayoutAccount(ctx: Ctx): Promise<{ account: string; changedAt: Date } | null> {
	const [row] = await ctx.db
		.select({ account: payoutAccounts.account, changedAt: payoutAccounts.changedAt })
		.from(payoutAccounts)
		.where(eq(payoutAccounts.workerId, workerOf(ctx.actor)));
	return row ?? null;
}
