import { and, asc, desc, eq, sql } from "drizzle-orm";
import {
	charges,
	endings,
	ledgerAccounts,
	ledgerPostings,
	ledgerTransactions,
	payees,
	payers,
	terms,
	workerEntries,
} from "@/db/schema/billing";
import { creditNotes } from "@/db/schema/billing-credits";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";

/** All that billing knows of one order: what was agreed, how it ended, what was charged, and how it stands in the books. */
export async function getOfficeOrder(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { db } = ctx;
	return {
		waivable: await waivableOf(ctx, orderId),
		terms: await db.select().from(terms).where(eq(terms.orderId, orderId)).orderBy(asc(terms.assignment)),
		endings: await db.select().from(endings).where(eq(endings.orderId, orderId)).orderBy(asc(endings.ending)),
		charges: named(await db.select().from(charges).where(eq(charges.orderId, orderId)).orderBy(asc(charges.ending))),
		workerEntries: named(
			await db
				.select()
				.from(workerEntries)
				.where(eq(workerEntries.orderId, orderId))
				.orderBy(asc(workerEntries.ending)),
		),
		transactions: await transactionsOf(ctx, orderId),
	};
}

/** The charge in force, if nothing of it was waived yet; null when there is nothing to waive. */
async function waivableOf({ db }: Ctx, orderId: OrderId): Promise<Money | null> {
	const [charge] = await db
		.select({ amount: charges.amount, taken: ledgerTransactions.id, waived: creditNotes.id })
		.from(charges)
		.leftJoin(ledgerTransactions, eq(ledgerTransactions.reverses, charges.transactionId))
		.leftJoin(creditNotes, and(eq(creditNotes.orderId, charges.orderId), eq(creditNotes.ending, charges.ending)))
		.where(eq(charges.orderId, orderId))
		.orderBy(desc(charges.ending))
		.limit(1);
	return charge && charge.amount > 0n && !charge.taken && !charge.waived ? charge.amount : null;
}

async function transactionsOf(ctx: Ctx, orderId: OrderId) {
	const rows = await ctx.db
		.select({
			transaction: ledgerTransactions,
			posting: { line: ledgerPostings.line, account: ledgerAccounts.kind, amount: ledgerPostings.amount, ownerName },
		})
		.from(ledgerTransactions)
		.innerJoin(ledgerPostings, eq(ledgerPostings.transactionId, ledgerTransactions.id))
		.innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
		.leftJoin(payers, eq(payers.clientId, sql`${ledgerAccounts.ownerId}`))
		.leftJoin(payees, eq(payees.workerId, sql`${ledgerAccounts.ownerId}`))
		.where(eq(ledgerTransactions.orderId, orderId))
		.orderBy(asc(ledgerTransactions.id), asc(ledgerPostings.line));
	const heads = rows.filter(({ posting }) => posting.line === 1).map(({ transaction }) => transaction);
	return heads.map(({ id, kind, businessDate, at, reason, cause, actor, reverses }) => ({
		...{ id: id.toString(), kind, businessDate, at, reason, cause, actor, reverses: reverses?.toString() ?? null },
		postings: rows.filter(({ transaction }) => transaction.id === id).map(({ posting }) => posting),
	}));
}

const ownerName = sql<string | null>`coalesce(${payers.name}, ${payees.name})`;

/** A transaction's number is told as text, as everywhere. */
const named = <Row extends { transactionId: bigint | null }>(rows: Row[]) =>
	rows.map((row) => ({ ...row, transactionId: row.transactionId?.toString() ?? null }));
