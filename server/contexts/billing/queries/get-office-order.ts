import { asc, eq, sql } from "drizzle-orm";
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
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** All that billing knows of one order: what was agreed, how it ended, what was charged, and how it stands in the books. */
export async function getOfficeOrder(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { db } = ctx;
	return {
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
