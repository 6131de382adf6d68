import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import { transferEvents, transfers } from "@/db/schema/billing-transfers";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import { after, hours } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { payoutNumber } from "../domain/payout";

/** So long a transfer is under way before a manager is told. Gold Hat takes a day at most. */
const SLOW_MS = hours(72);

/**
 * Payouts that need a manager, the most urgent first: Gold Hat contradicts itself, it takes it
 * neither for known nor anew, it has long said nothing, it has rejected
 * it, or nobody knows where to send it.
 */
export async function listStuckPayouts(ctx: Ctx) {
	const since = after(ctx.clock.now(), -SLOW_MS).toISOString();
	const doubtful = ctx.db
		.select({ payoutId: transfers.payoutId })
		.from(transferEvents)
		.innerJoin(transfers, eq(transfers.id, transferEvents.transferId))
		.where(eq(transferEvents.what, "contradicted"));
	const contradicted = inArray(payouts.id, doubtful);
	const unpaid = inArray(payouts.status, ["issued", "sending", "rejected"]);
	const slow = sql`${payouts.status} = 'sending' and exists (
		select from billing.transfers t where t.payout_id = ${payouts.id}
			and t.status in ('requested', 'sending', 'accepted') and t.requested_at < ${since}::timestamptz
	)`;
	const refused = sql`${payouts.status} = 'sending' and exists (
		select from billing.transfers t join billing.transfer_events e on e.transfer_id = t.id
		where t.payout_id = ${payouts.id} and t.status = 'sending' and e.what = 'refused-again'
	)`;
	const trouble = sql<"contradicted" | "refused" | "slow" | "rejected" | "waits" | null>`case
		when ${contradicted} then 'contradicted' when ${refused} then 'refused' when ${slow} then 'slow'
		when ${payouts.status} = 'rejected' then 'rejected' when ${payouts.status} = 'issued' then 'waits' end`;
	const found = await ctx.db
		.select({ payout: payouts, workerName: payees.name, trouble })
		.from(payouts)
		.leftJoin(payees, eq(payees.workerId, payouts.workerId))
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
