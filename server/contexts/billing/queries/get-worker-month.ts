import { monthOf } from "@/server/kernel/calendar";
import { add, type Money, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { workerOf } from "../domain/ownership";
import { forWorker } from "./get-worker-statement";
import { listStatement, type StatementLine } from "./list-statement";

/** More lines than anybody works off in a month. */
const MOST = 1_000;

/** What the signed-in worker earned and lost since the last monthly cut-off, line by line, and when the next one is. */
export async function getWorkerMonth(ctx: Ctx) {
	const ownerId = workerOf(ctx.actor);
	const { timeZone, monthlyCutoff } = await policyInForce(ctx, "money");
	const { from, to } = monthOf(ctx.clock.now(), { timeZone, ...monthlyCutoff });
	const posted = await listStatement(ctx, { kind: "worker", ownerId }, { from, limit: MOST });
	const lines = posted.filter(({ kind }) => kind !== "payout");
	return {
		from,
		cutoff: to,
		earnings: sumOf(lines, "earning"),
		penalties: sumOf(lines, "penalty"),
		total: add(...lines.map(({ amount }) => amount)),
		lines: lines.map(forWorker),
	};
}

const sumOf = (lines: StatementLine[], kind: StatementLine["kind"]): Money =>
	lines.reduce((sum, line) => (line.kind === kind ? add(sum, line.amount) : sum), zero);
