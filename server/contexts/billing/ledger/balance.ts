import { and, eq, inArray, sql } from "drizzle-orm";
import { ledgerAccounts, ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import { type Money, money, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { type AccountRef, findAccount } from "./accounts";

type TransactionKind = typeof ledgerTransactions.$inferSelect.kind;

const total = sql<string>`coalesce(sum(${ledgerPostings.amount}), 0)`;

/**
 * The balance of an account in hundredths, positive in favour of its owner: the sum of its postings, read and never stored.
 * Zero for an account that was never opened.
 */
export async function balance(ctx: Ctx, account: AccountRef): Promise<Money> {
	const id = await findAccount(ctx, account);
	if (!id) return zero;
	const [row] = await ctx.db.select({ total }).from(ledgerPostings).where(eq(ledgerPostings.accountId, id));
	return money(BigInt(row?.total ?? 0));
}

/** The part of a balance that transactions of some kinds made; what was reversed is taken off. */
export async function balanceOf(ctx: Ctx, account: AccountRef, kinds: TransactionKind[]): Promise<Money> {
	const id = await findAccount(ctx, account);
	if (!id) return zero;
	const [row] = await ctx.db
		.select({ total })
		.from(ledgerPostings)
		.innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerPostings.transactionId))
		.where(and(eq(ledgerPostings.accountId, id), inArray(ledgerTransactions.kind, kinds)));
	return money(BigInt(row?.total ?? 0));
}

/** The same for many accounts of one kind of owner at once; an owner whose account has no such transaction is not in it. */
export async function balancesOf<Owner extends string>(
	ctx: Ctx,
	kind: "client" | "worker",
	ownerIds: Owner[],
	kinds: TransactionKind[],
): Promise<Map<Owner, Money>> {
	const rows = await ctx.db
		.select({ ownerId: sql<Owner>`${ledgerAccounts.ownerId}`, total })
		.from(ledgerAccounts)
		.innerJoin(ledgerPostings, eq(ledgerPostings.accountId, ledgerAccounts.id))
		.innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerPostings.transactionId))
		.where(
			and(
				eq(ledgerAccounts.kind, kind),
				inArray(sql`${ledgerAccounts.ownerId}`, ownerIds),
				inArray(ledgerTransactions.kind, kinds),
			),
		)
		.groupBy(ledgerAccounts.ownerId);
	return new Map(rows.map(({ ownerId, total: sum }) => [ownerId, money(BigInt(sum))]));
}
