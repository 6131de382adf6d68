import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { invoiceNumbers, unbilledItems, weeks } from "@/db/schema/billing-invoices";
import { invoiceIssued } from "@/server/events/catalog/billing";
import { publishAll } from "@/server/events/publish";
import { type ClientId, type InvoiceId, newId } from "@/server/kernel/ids";
import { money, toWire, zero } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { policyOfVersion } from "@/server/platform/policies";
import { discountFor } from "../domain/discount";
import { invoiceNumber } from "../domain/invoice";
import { paidTotalsOf } from "../queries/get-client-standing";

type Week = typeof weeks.$inferSelect;

/** So many clients in one transaction: few enough to be quick, enough for the database to work on sets. */
const CLIENTS_AT_ONCE = 500;

/**
 * Issues the invoices of a week to the next clients, in the order of their ids: all that was posted before the cut-off
 * and is on none yet, one invoice a client, its number the next of the year. Whoever is owed more than is charged gets none:
 * that waits for a week with more. Closes the week when nobody is left. Several may run it at once, and it can be cut off
 * anywhere: each call goes on where the last commit ended.
 */
export async function issueInvoices(
	ctx: Ctx,
	input: { week: string; clientsAtOnce?: number },
): Promise<{ isClosed: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const [week] = await tx.db.select().from(weeks).where(eq(weeks.day, input.week)).for("update");
		if (!week) throw new Error(`the week of ${input.week} was never opened`);
		if (week.closedAt) return { isClosed: true };
		const clients = await nextClients(tx, week, input.clientsAtOnce ?? CLIENTS_AT_ONCE);
		const last = clients.at(-1);
		if (last)
			await issue(
				tx,
				week,
				clients.filter(({ owes }) => owes).map(({ clientId }) => clientId),
			);
		const progress = last ? { reached: last.clientId } : { closedAt: tx.clock.now() };
		await tx.db.update(weeks).set(progress).where(eq(weeks.day, week.day));
		return { isClosed: !last };
	});
}

const nextClients = (tx: TxCtx, { reached, cutoffAt }: Week, most: number) =>
	tx.db
		.select({
			clientId: unbilledItems.clientId,
			owes: sql<boolean>`sum(${unbilledItems.amount}) >= 0`,
		})
		.from(unbilledItems)
		.where(and(lt(unbilledItems.postedAt, cutoffAt), reached ? gt(unbilledItems.clientId, reached) : undefined))
		.groupBy(unbilledItems.clientId)
		.orderBy(asc(unbilledItems.clientId))
		.limit(most);

type Issued = { id: InvoiceId; client_id: ClientId; sequence: number; total: string; line_count: number };

async function issue(tx: TxCtx, week: Week, clientIds: ClientId[]): Promise<void> {
	if (clientIds.length === 0) return;
	const year = Number(week.day.slice(0, 4));
	await tx.db.insert(invoiceNumbers).values({ year, last: 0 }).onConflictDoNothing();
	const issued = await moveOntoInvoices(tx, week, year, await standingsOf(tx, week, clientIds));
	await publishAll(
		tx,
		invoiceIssued,
		issued.map(({ id, client_id, sequence, total, line_count }) => ({
			invoiceId: id,
			clientId: client_id,
			number: invoiceNumber(year, sequence),
			week: week.day,
			total: toWire(money(BigInt(total))),
			lineCount: line_count,
		})),
	);
	const audiences = issued.map(({ client_id }) => `client:${client_id}` as const);
	await announce(tx, { context: "billing", subject: `week:${week.day}`, audiences });
}

/** Where each client stands on the ladder of the week's policies, which the invoice shows. */
async function standingsOf(tx: TxCtx, week: Week, clientIds: ClientId[]) {
	const { discountLadder } = await policyOfVersion(tx, "money", week.moneyPolicyVersion);
	const paid = await paidTotalsOf(tx, clientIds);
	return clientIds.map((clientId) => {
		const total = paid.get(clientId) ?? zero;
		return {
			...{ invoice_id: newId<InvoiceId>(), client_id: clientId },
			...{ paid_total: total.toString(), discount_percent: discountFor(total, discountLadder) },
		};
	});
}

/** One statement, so that what is taken is what is written, whatever else is posted or taken back at the moment. */
async function moveOntoInvoices(
	tx: TxCtx,
	week: Week,
	year: number,
	standings: Awaited<ReturnType<typeof standingsOf>>,
): Promise<Issued[]> {
	const rows = await tx.db.execute<Issued>(sql`
		with standing as (
			select * from jsonb_to_recordset(${JSON.stringify(standings)}::text::jsonb)
				as s (invoice_id uuid, client_id uuid, paid_total bigint, discount_percent smallint)
		), moved as (
			delete from billing.unbilled_items item using standing
			where item.client_id = standing.client_id and item.posted_at < ${week.cutoffAt.toISOString()}::timestamptz
			returning item.*
		), owing as (
			select client_id, sum(amount) as total, count(*) as lines, row_number() over (order by client_id) as place
			from moved group by client_id
		), numbers as (
			update billing.invoice_numbers set last = last + (select count(*) from owing)
			where year = ${year} returning last - (select count(*) from owing) as before
		), issued as (
			insert into billing.invoices (
				id, year, sequence, week, client_id, total, line_count, paid_total, discount_percent,
				money_policy_version, issued_at, status
			)
			select invoice_id, ${year}, before + place, ${week.day}, client_id, total, lines, paid_total, discount_percent,
				${week.moneyPolicyVersion}, ${tx.clock.now().toISOString()}::timestamptz,
				case when total = 0 then 'paid' else 'issued' end
			from owing join standing using (client_id), numbers
			returning id, client_id, sequence, total, line_count
		), lines as (
			insert into billing.invoice_lines (invoice_id, position, order_id, ending, kind, amount)
			select issued.id, row_number() over (partition by client_id order by posted_at, order_id, ending, kind),
				order_id, ending, kind, amount
			from moved join issued using (client_id)
		)
		select * from issued order by sequence`);
	return [...rows];
}
