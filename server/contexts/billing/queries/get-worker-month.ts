import { desc, eq, sum } from "drizzle-orm";
import { payouts, unsettledItems } from "@/db/schema/billing-payouts";
import { nextMonthlyCutoff } from "@/server/kernel/calendar";
import type { WorkerId } from "@/server/kernel/ids";
import { add, type Money, money, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { workerOf } from "../domain/ownership";
import { forWorker } from "./get-worker-statement";
import { listStatement } from "./list-statement";

/** More lines than anybody works off in a month. */
const MOST = 1_000;

/** What the signed-in worker has earned, lost and been given and is on no payout yet, and the debt it begins with. */
export async function getWorkerMonth(ctx: Ctx) {
	const workerId = workerOf(ctx.actor);
	const { timeZone, monthlyCutoff } = await policyInForce(ctx, "money");
	const lines = await listStatement(ctx, { kind: "worker", ownerId: workerId }, { settled: "not-yet", limit: MOST });
	return {
		...(await sumsOf(ctx, workerId)),
		cutoff: nextMonthlyCutoff(ctx.clock.now(), { timeZone, ...monthlyCutoff }),
		lines: lines.map(forWorker),
	};
}

/** What the next payout would come to, if it were issued now. */
export async function sumsOf(ctx: Ctx, workerId: WorkerId) {
	const rows = await ctx.db
		.select({ kind: unsettledItems.kind, sum: sum(unsettledItems.amount) })
		.from(unsettledItems)
		.where(eq(unsettledItems.workerId, workerId))
		.groupBy(unsettledItems.kind);
	const of = (kind: (typeof rows)[number]["kind"]): Money =>
		money(BigInt(rows.find((row) => row.kind === kind)?.sum ?? 0));
	const [last] = await ctx.db
		.select({ carriedOut: payouts.carriedOut })
		.from(payouts)
		.where(eq(payouts.workerId, workerId))
		.orderBy(desc(payouts.month))
		.limit(1);
	const [earnings, penalties, bonuses] = [of("earning"), of("penalty"), of("bonus")];
	// What arrived twice is owed back like a debt of the months before.
	const debt = add(last?.carriedOut ?? zero, of("overpayment"));
	return { earnings, penalties, bonuses, debt, total: add(earnings, penalties, bonuses, debt) };
}
