import { and, asc, eq, inArray, type SQL, type Subquery, sql } from "drizzle-orm";
import type { z } from "zod";
import { ledgerAccounts, ledgerPostings, ledgerTransactions, payees, payers } from "@/db/schema/billing";
import { zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, countSearched, readPage, walkOrGather } from "@/server/platform/paging";
import { ledgerList } from "../contracts";
import { demandManager } from "../domain/ownership";
import { found, type LedgerFilters, transactionsLike } from "./find-ledger";

const columns = {
	id: found.id,
	kind: found.kind,
	businessDate: found.businessDate,
	at: found.at,
	reason: found.reason,
	actor: found.actor,
	cause: found.cause,
	orderId: found.orderId,
	reverses: found.reverses,
};

/** A week's payments lie side by side, thousands of them: what is frequent may be further away than that. */
const WALK = 20_000;

const tables = { table: ledgerTransactions, alias: found };
const keys = { date: [found.businessDate, found.id] };

/** The books as the office's filters leave them, each transaction with its postings. */
export async function listLedger(ctx: Ctx, asked: z.output<typeof ledgerList.input>) {
	demandManager(ctx.actor);
	const { served, rest } = await transactionsLike(ctx, asked);
	const page = await readPage(ledgerList, asked, keys, ({ key, ...part }) => {
		const read = (source: Subquery | typeof found, where: SQL | undefined) =>
			ctx.db
				.select({ ...columns, key })
				.from(source)
				.where(where)
				.orderBy(...part.orderBy)
				.limit(part.limit);
		return rest ? walkOrGather(tables, part, { served, rest }, read, WALK) : read(found, and(served, part.where));
	});
	const ids = page.rows.map(({ id }) => id);
	const postings = await postingsOf(ctx, ids);
	const reversed = await reversedOf(ctx, ids);
	const rows = page.rows.map(({ id, reverses, ...row }) => {
		const lines = postings.filter(({ transactionId }) => transactionId === id);
		return {
			...row,
			transactionId: id.toString(),
			reverses: reverses?.toString() ?? null,
			isReversed: reversed.has(id),
			/** What moves: the sum of all that is in somebody's favour. */
			amount: lines.reduce<bigint>((sum, { amount }) => (amount > zero ? sum + amount : sum), 0n),
			postings: lines.map(({ transactionId: _transactionId, ...line }) => line),
		};
	});
	return { ...page, rows };
}

/** How many transactions the filters leave. */
export async function countLedger(ctx: Ctx, filters: LedgerFilters): Promise<Counted> {
	demandManager(ctx.actor);
	const { served, rest } = await transactionsLike(ctx, filters);
	if (!rest) return countRows(ctx, found, served);
	return countSearched(ctx, tables, { served, rest }, sql`${found.businessDate} desc, ${found.id} desc`, WALK);
}

/** Which of some transactions were taken back. Asked for each row of the list, PostgreSQL would read all of the books. */
async function reversedOf(ctx: Ctx, transactionIds: bigint[]): Promise<Set<bigint>> {
	const { reverses } = ledgerTransactions;
	const rows = await ctx.db.select({ reverses }).from(ledgerTransactions).where(inArray(reverses, transactionIds));
	return new Set(rows.flatMap(({ reverses: taken }) => taken ?? []));
}

/** The lines of some transactions, with whose accounts they touch. */
export const postingsOf = (ctx: Ctx, transactionIds: bigint[]) =>
	ctx.db
		.select({
			transactionId: ledgerPostings.transactionId,
			line: ledgerPostings.line,
			account: ledgerAccounts.kind,
			ownerId: ledgerAccounts.ownerId,
			ownerName: sql<string | null>`coalesce(${payers.name}, ${payees.name})`,
			amount: ledgerPostings.amount,
		})
		.from(ledgerPostings)
		.innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
		.leftJoin(payers, eq(payers.clientId, sql`${ledgerAccounts.ownerId}`))
		.leftJoin(payees, eq(payees.workerId, sql`${ledgerAccounts.ownerId}`))
		.where(inArray(ledgerPostings.transactionId, transactionIds))
		.orderBy(asc(ledgerPostings.transactionId), asc(ledgerPostings.line));

/** Every word by which the books can be filtered. */
export function listLedgerWords(ctx: Ctx) {
	demandManager(ctx.actor);
	return { kinds: ledgerTransactions.kind.enumValues, accounts: ledgerAccounts.kind.enumValues };
}
