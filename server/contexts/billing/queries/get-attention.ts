import { and, asc, eq, sql } from "drizzle-orm";
import { approvals } from "@/db/schema/billing-approvals";
import { actorRef } from "@/server/kernel/actor";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { listDoubtfulPayments } from "./list-doubtful-payments";
import { listDoubtfulRefunds } from "./list-doubtful-refunds";
import { listOpenDisputes } from "./list-open-disputes";
import { listStuckPayouts } from "./list-stuck-payouts";

/**
 * What billing wants a manager to see now: payments and refunds in doubt, what banks demand back, payouts that need somebody, what
 * waits for a second manager.
 */
export async function getAttention(ctx: Ctx) {
	demandManager(ctx.actor);
	const stuck = await listStuckPayouts(ctx);
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
		payments: attention(await listDoubtfulPayments(ctx)),
		refunds: attention(await listDoubtfulRefunds(ctx)),
		disputes: attention(await listOpenDisputes(ctx)),
		payouts: attention(stuck),
		approvals: attention(asked),
	};
}
