import { and, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { ledgerAccounts, ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import type { Ctx } from "@/server/platform/context";
import { begunWords } from "@/server/platform/words";
import type { ledgerList } from "../contracts";

export type LedgerFilters = z.output<typeof ledgerList.filtersOnly>;

/** Each filter names the transactions so, so that it stands within a part of them as well as around it. */
export const found = alias(ledgerTransactions, "found");

/** What the filters leave of the books: those that have an index in the order of the list, and the rest. */
export async function transactionsLike(ctx: Ctx, asked: LedgerFilters) {
	const { kind, account, clientId, workerId, orderId, from, to, search } = asked;
	const served = and(
		kind ? sql`${found.kind} = ${kind}` : undefined,
		from ? gte(found.businessDate, from) : undefined,
		to ? lte(found.businessDate, to) : undefined,
	);
	const rest = and(
		account ? await touching(ctx, sql`${ledgerAccounts.kind} = ${account}`) : undefined,
		clientId
			? await touching(ctx, sql`${ledgerAccounts.ownerId} = ${clientId} and ${ledgerAccounts.kind} = 'client'`)
			: undefined,
		workerId
			? await touching(ctx, sql`${ledgerAccounts.ownerId} = ${workerId} and ${ledgerAccounts.kind} = 'worker'`)
			: undefined,
		orderId ? sql`${found.orderId} = ${orderId}` : undefined,
		matching(search),
	);
	return { served, rest };
}

/** A person has few accounts, and the company one of each kind; only the kinds that people have are many. */
const MOST_ACCOUNTS = 50;

async function touching(ctx: Ctx, meant: SQL): Promise<SQL> {
	const known = await accountsLike(ctx, meant).limit(MOST_ACCOUNTS + 1);
	if (known.length === 0) return sql`false`;
	const ids = known.map(({ id }) => id);
	const theirs = inArray(ledgerPostings.accountId, ids.length > MOST_ACCOUNTS ? accountsLike(ctx, meant) : ids);
	return sql`exists (
		select from ${ledgerPostings} where ${ledgerPostings.transactionId} = ${found.id} and ${theirs}
	)`;
}

const accountsLike = (ctx: Ctx, meant: SQL) =>
	ctx.db.select({ id: ledgerAccounts.id }).from(ledgerAccounts).where(meant);

const MOST_DIGITS = 18;

/** All of the words, each perhaps only begun, numbers whole; one alone is a transaction's, too. */
function matching(search: string | undefined): SQL | undefined {
	const words = begunWords(search);
	if (words === null) return undefined;
	const said = sql`to_tsvector('simple', ${found.reason}) @@ to_tsquery('simple', ${words})`;
	const number = /^#?\s*(\d+)$/.exec(search?.trim() ?? "")?.[1];
	return number && number.length <= MOST_DIGITS ? or(said, eq(found.id, BigInt(number))) : said;
}
