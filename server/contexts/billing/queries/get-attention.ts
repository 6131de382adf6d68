import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import { approvals } from "@/db/schema/billing-approvals";
import { payouts } from "@/db/schema/billing-payouts";
import { actorRef } from "@/server/kernel/actor";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { payoutNumber } from "../domain/payout";

/** What billing wants a manager to see now: payouts that came back or can't go out, and what waits for a second manager. */
export async function getAttention(ctx: Ctx) {
	demandManager(ctx.actor);
	const stuck = await ctx.db
		.select({ payout: payouts, workerName: payees.name })
		.from(payouts)
		.leftJoin(payees, eq(payees.workerId, payouts.workerId))
		.where(inArray(payouts.status, ["rejected", "issued"]))
		.orderBy(desc(payouts.status), asc(payouts.year), asc(payouts.sequence))
		.limit(MOST_ATTENTION);
	const asked = await ctx.db
		.select({
			...{ approvalId: approvals.id, kind: approvals.kind, amount: approvals.amount },
			...{ reason: approvals.reason, askedBy: approvals.askedBy },
		})
		.from(approvals)
		.where(
			and(
				eq(approvals.status, "waiting"),
				sql`${approvals.askedBy} ->> 'id' is distinct from ${actorRef(ctx.actor).id}`,
			),
		)
		.orderBy(asc(approvals.askedAt))
		.limit(MOST_ATTENTION);
	return {
		payouts: attention(
			stuck.map(({ payout: { id, year, sequence, amount, status }, workerName }) => ({
				...{ payoutId: id, number: payoutNumber(year, sequence), workerName: workerName ?? "", amount, status },
			})),
		),
		approvals: attention(asked),
	};
}
