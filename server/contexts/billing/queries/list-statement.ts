import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { charges, endings, ledgerPostings, ledgerTransactions, terms, workerEntries } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { payoutLines, payouts, unsettledItems } from "@/db/schema/billing-payouts";
import { refunds } from "@/db/schema/billing-refunds";
import type { InvoiceId, OrderId, PayoutId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { invoiceNumber } from "../domain/invoice";
import { payoutNumber } from "../domain/payout";
import { type AccountRef, findAccount } from "../ledger/accounts";

type Outcome = typeof endings.$inferSelect.outcome;

/** A line of a person's account, newest first. */
export type StatementLine = {
	/** The number of the transaction. */
	id: string;
	at: Date;
	kind: typeof ledgerTransactions.$inferSelect.kind;
	/** Positive in the person's favour. */
	amount: Money;
	/** Takes back an earlier line. */
	isReversal: boolean;
	/** Taken back by a later line. */
	isReversed: boolean;
	order: {
		orderId: OrderId;
		orderNumber: number;
		serviceName: { en: string; ru: string };
		startsAt: Date;
		outcome: Outcome;
		reason: typeof endings.$inferSelect.reason;
		words: string;
		listPrice: Money;
		discountPercent: number;
	} | null;
	/** What was paid by it, or of which it gives something back. */
	invoice: { invoiceId: InvoiceId; number: string } | null;
	/** The payout that it paid. */
	payout: { payoutId: PayoutId; number: string } | null;
	/** What a bonus was given for. */
	bonusReason: string | null;
	/** Why something was waived, and of which order. */
	waiver: { reason: string; orderId: OrderId } | null;
};

type Asked = {
	/** Only lines older than this one. */
	before?: bigint;
	/** Only what is on no payout yet, or on this one. */
	settled?: "not-yet" | PayoutId;
	limit: number;
};

/** The lines of a client's or a worker's account with the orders they come from; the caller has seen to whose it is. */
export async function listStatement(ctx: Ctx, account: AccountRef, asked: Asked): Promise<StatementLine[]> {
	const accountId = await findAccount(ctx, account);
	if (!accountId) return [];
	const posted = account.kind === "client" ? charges : workerEntries;
	const rows = await ctx.db
		.select({
			...{ transaction: ledgerTransactions, amount: ledgerPostings.amount, ending: endings, terms, isReversed },
			invoice: { id: invoices.id, year: invoices.year, sequence: invoices.sequence },
			payout: { id: payouts.id, year: payouts.year, sequence: payouts.sequence },
		})
		.from(ledgerPostings)
		.innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerPostings.transactionId))
		.leftJoin(posted, eq(posted.transactionId, sql`coalesce(${ledgerTransactions.reverses}, ${ledgerTransactions.id})`))
		.leftJoin(endings, and(eq(endings.orderId, posted.orderId), eq(endings.ending, posted.ending)))
		.leftJoin(terms, and(eq(terms.orderId, posted.orderId), eq(terms.assignment, posted.assignment)))
		.leftJoin(
			payments,
			eq(payments.transactionId, sql`coalesce(${ledgerTransactions.reverses}, ${ledgerTransactions.id})`),
		)
		.leftJoin(
			refunds,
			eq(refunds.transactionId, sql`coalesce(${ledgerTransactions.reverses}, ${ledgerTransactions.id})`),
		)
		.leftJoin(invoices, eq(invoices.id, sql`coalesce(${payments.invoiceId}, ${refunds.invoiceId})`))
		.leftJoin(payouts, eq(payouts.id, payoutPaidBy))
		.where(
			and(
				eq(ledgerPostings.accountId, accountId),
				asked.before ? lt(ledgerPostings.transactionId, asked.before) : undefined,
				asked.settled && inArray(ledgerPostings.transactionId, settledOn(ctx, asked.settled)),
			),
		)
		.orderBy(desc(ledgerPostings.transactionId))
		.limit(asked.limit);
	return rows.map(({ transaction, amount, ending, terms: agreed, isReversed, invoice, payout }) => ({
		id: transaction.id.toString(),
		at: transaction.at,
		kind: transaction.kind,
		amount,
		isReversal: transaction.reverses !== null,
		isReversed,
		order: ending && agreed && orderOf(ending, agreed),
		invoice: invoice && { invoiceId: invoice.id, number: invoiceNumber(invoice.year, invoice.sequence) },
		payout: payout && { payoutId: payout.id, number: payoutNumber(payout.year, payout.sequence) },
		bonusReason: transaction.kind === "bonus" ? transaction.reason : null,
		waiver: waiverOf(transaction),
	}));
}

/** What takes a waiver back has a reason of the house's, which is no word for a client. */
const waiverOf = ({ kind, reverses, orderId, reason }: typeof ledgerTransactions.$inferSelect) =>
	kind === "waiver" && orderId ? { reason: reverses ? "" : reason, orderId } : null;

const payoutPaidBy = sql`case when ${ledgerTransactions.kind} = 'payout' and ${ledgerTransactions.reverses} is null then split_part(${ledgerTransactions.idempotencyKey}, ':', 2)::uuid end`;

const settledOn = ({ db }: Ctx, settled: "not-yet" | PayoutId) =>
	settled === "not-yet"
		? db.select({ id: unsettledItems.transactionId }).from(unsettledItems)
		: db.select({ id: payoutLines.transactionId }).from(payoutLines).where(eq(payoutLines.payoutId, settled));

const isReversed: SQL<boolean> = sql`exists (
	select from ${ledgerTransactions} reversal where reversal.reverses = ${ledgerPostings.transactionId}
)`;

const orderOf = (ending: typeof endings.$inferSelect, agreed: typeof terms.$inferSelect): StatementLine["order"] => ({
	orderId: ending.orderId,
	orderNumber: ending.orderNumber,
	serviceName: agreed.serviceName,
	startsAt: agreed.startsAt,
	outcome: ending.outcome,
	reason: ending.reason,
	words: ending.words,
	listPrice: agreed.listPrice,
	discountPercent: agreed.discountPercent,
});

/** Lines a page. Ask for one more, to know whether there is another page. */
export const PAGE = 50;

/** Lines as a page, with the cursor of the next one where there is one. */
export const toPage = <Line extends { id: string }>(lines: Line[]) => {
	const shown = lines.slice(0, PAGE);
	return { lines: shown, nextCursor: lines.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
};
