import { and, asc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import { transfers } from "@/db/schema/billing-transfers";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import { after, hours } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { payoutNumber } from "../domain/payout";

/** So long a transfer is under way before a manager is told. Gold Hat takes a day at most. */
const SLOW_MS = hours(72);

/**
 * Payouts that need a manager, the most urgent first: Gold Hat contradicts itself, it takes it neither for known nor anew, it has
 * long said nothing, it has rejected it, or nobody knows where to send it.
 */
export async function listStuckPayouts(ctx: Ctx) {
	const since = after(ctx.clock.now(), -SLOW_MS).toISOString();
	const doubtful = await ctx.db
		.selectDistinct({ payoutId: transfers.payoutId })
		.from(transfers)
		.where(isNotNull(transfers.contradictedAt));
	const contradicted = inArray(
		payouts.id,
		doubtful.map(({ payoutId }) => payoutId),
	);
	const unpaid = inArray(payouts.status, ["issued", "sending", "rejected"]);
	const isSending = sql`${payouts.status} = 'sending'`;
	const slow = sql`${isSending} and ${transfers.status} in ('requested', 'sending', 'accepted') and ${transfers.requestedAt} < ${since}::timestamptz`;
	const refused = sql`${isSending} and ${transfers.status} = 'sending' and exists (
		select from billing.transfer_events e where e.transfer_id = ${transfers.id} and e.what = 'refused-again'
	)`;
	const trouble = sql<"contradicted" | "refused" | "slow" | "rejected" | "waits" | null>`case
		when ${contradicted} then 'contradicted' when ${refused} then 'refused' when ${slow} then 'slow'
		when ${payouts.status} = 'rejected' then 'rejected' when ${payouts.status} = 'issued' then 'waits' end`;
	const found = await ctx.db
		.select({ payout: payouts, workerName: payees.name, trouble })
		.from(payouts)
		.leftJoin(payees, eq(payees.workerId, payouts.workerId))
		// There is one at most that was not rejected.
		.leftJoin(transfers, and(eq(transfers.payoutId, payouts.id), ne(transfers.status, "rejected")))
		.where(and(or(unpaid, contradicted), isNotNull(trouble)))
		.orderBy(
			sql`array_position(array['contradicted', 'refused', 'slow', 'rejected', 'waits'], ${trouble})`,
			asc(payouts.year),
			asc(payouts.sequence),
		)
		.limit(MOST_ATTENTION);
	return found.map(({ payout: { id, year, sequence, amount, status }, workerName, trouble }) => ({
		...{ payoutId: id, number: payoutNumber(year, sequence), workerName: workerName ?? "", amount, status },
		trouble: trouble ?? "waits",
	}));
}
