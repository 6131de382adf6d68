import { desc, eq } from "drizzle-orm";
import { payouts } from "@/db/schema/billing-payouts";
import { payoutAccounts } from "@/db/schema/billing-transfers";
import type { WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { payoutNumber } from "../domain/payout";
import { balance } from "../ledger/balance";
import { sumsOf } from "./get-worker-month";

const LATEST = 6;

/** How one worker stands with the company, for the office. */
export async function getOfficeWorker(ctx: Ctx, { workerId }: { workerId: WorkerId }) {
	demandManager(ctx.actor);
	const [to] = await ctx.db.select().from(payoutAccounts).where(eq(payoutAccounts.workerId, workerId));
	const latest = await ctx.db
		.select()
		.from(payouts)
		.where(eq(payouts.workerId, workerId))
		.orderBy(desc(payouts.month))
		.limit(LATEST);
	return {
		owed: await balance(ctx, { kind: "worker", ownerId: workerId }),
		month: await sumsOf(ctx, workerId),
		account: to?.account ?? null,
		payouts: latest.map(({ id, year, sequence, month, amount, carriedOut, status }) => ({
			...{ payoutId: id, number: payoutNumber(year, sequence), month, amount, carriedOut, status },
		})),
	};
}
