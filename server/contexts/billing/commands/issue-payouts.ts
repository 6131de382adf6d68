import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { months, payoutNumbers, unsettledItems } from "@/db/schema/billing-payouts";
import { payoutIssued } from "@/server/events/catalog/billing";
import { publishAll } from "@/server/events/publish";
import { newId, type PayoutId, type WorkerId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { payoutNumber } from "../domain/payout";

type Month = typeof months.$inferSelect;

/** So many workers in one transaction: few enough to be quick, enough for the database to work on sets. */
const WORKERS_AT_ONCE = 500;

/**
 * Issues the payouts of a month to the next workers, in the order of their ids: all that was posted before the cut-off
 * and is on none yet, one payout a worker, its number the next of the year, less the debt that the one before it left. Closes
 * the month when nobody is left. Several may run it at once, and it can be cut off anywhere: each call goes on where the last
 * commit ended.
 */
export async function issuePayouts(
	ctx: Ctx,
	input: { month: string; workersAtOnce?: number },
): Promise<{ isClosed: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const [month] = await tx.db.select().from(months).where(eq(months.day, input.month)).for("update");
		if (!month) throw new Error(`the month of ${input.month} was never opened`);
		if (month.closedAt) return { isClosed: true };
		const workerIds = await nextWorkers(tx, month, input.workersAtOnce ?? WORKERS_AT_ONCE);
		const last = workerIds.at(-1);
		if (last) await issue(tx, month, workerIds);
		const progress = last ? { reached: last } : { closedAt: tx.clock.now() };
		await tx.db.update(months).set(progress).where(eq(months.day, month.day));
		return { isClosed: !last };
	});
}

async function nextWorkers(tx: TxCtx, { reached, cutoffAt }: Month, most: number): Promise<WorkerId[]> {
	const rows = await tx.db
		.selectDistinct({ workerId: unsettledItems.workerId })
		.from(unsettledItems)
		.where(and(lt(unsettledItems.postedAt, cutoffAt), reached ? gt(unsettledItems.workerId, reached) : undefined))
		.orderBy(asc(unsettledItems.workerId))
		.limit(most);
	return rows.map(({ workerId }) => workerId);
}

type Issued = {
	id: PayoutId;
	worker_id: WorkerId;
	sequence: number;
	amount: string;
	carried_in: string;
	carried_out: string;
};

async function issue(tx: TxCtx, month: Month, workerIds: WorkerId[]): Promise<void> {
	const year = Number(month.day.slice(0, 4));
	await tx.db.insert(payoutNumbers).values({ year, last: 0 }).onConflictDoNothing();
	const issued = await moveOntoPayouts(tx, month, year, workerIds);
	const wired = (amount: string) => toWire(money(BigInt(amount)));
	await publishAll(
		tx,
		payoutIssued,
		issued.map(({ id, worker_id, sequence, amount, carried_in, carried_out }) => ({
			payoutId: id,
			workerId: worker_id,
			number: payoutNumber(year, sequence),
			month: month.day,
			amount: wired(amount),
			carriedIn: wired(carried_in),
			carriedOut: wired(carried_out),
		})),
	);
	const audiences = issued.map(({ worker_id }) => `worker:${worker_id}` as const);
	await announce(tx, { context: "billing", subject: `month:${month.day}`, audiences });
}

/** One statement, so that what is taken is what is written, whatever else is posted or taken back at the moment. */
async function moveOntoPayouts(tx: TxCtx, month: Month, year: number, workerIds: WorkerId[]): Promise<Issued[]> {
	const named = workerIds.map((workerId) => ({ payout_id: newId<PayoutId>(), worker_id: workerId }));
	const rows = await tx.db.execute<Issued>(sql`
		with named as (
			select * from jsonb_to_recordset(${JSON.stringify(named)}::text::jsonb) as n (payout_id uuid, worker_id uuid)
		), moved as (
			delete from billing.unsettled_items item using named
			where item.worker_id = named.worker_id and item.posted_at < ${month.cutoffAt.toISOString()}::timestamptz
			returning item.*
		), earned as (
			select worker_id, sum(amount) as total, count(*) as lines, row_number() over (order by worker_id) as place
			from moved group by worker_id
		), settled as (
			select earned.*, coalesce(
				(select p.carried_out from billing.payouts p where p.worker_id = earned.worker_id order by p.month desc limit 1), 0
			) as carried_in
			from earned
		), numbers as (
			update billing.payout_numbers set last = last + (select count(*) from earned)
			where year = ${year} returning last - (select count(*) from earned) as before
		), issued as (
			insert into billing.payouts (
				id, year, sequence, month, worker_id, carried_in, total, line_count, amount, carried_out,
				money_policy_version, issued_at, status
			)
			select payout_id, ${year}, before + place, ${month.day}, worker_id, carried_in, total, lines,
				greatest(carried_in + total, 0), least(carried_in + total, 0),
				${month.moneyPolicyVersion}, ${tx.clock.now().toISOString()}::timestamptz,
				case when carried_in + total > 0 then 'issued' else 'closed' end
			from settled join named using (worker_id), numbers
			returning id, worker_id, sequence, amount, carried_in, carried_out
		), lines as (
			insert into billing.payout_lines (payout_id, position, transaction_id, kind, amount)
			select issued.id, row_number() over (partition by worker_id order by posted_at, transaction_id),
				transaction_id, kind, moved.amount
			from moved join issued using (worker_id)
		)
		select * from issued order by sequence`);
	return [...rows];
}
