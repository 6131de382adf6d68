import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { ledgerAccounts, ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import { holds } from "@/server/kernel/actor";
import { addDays, type CalendarWeek, calendarWeeks } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import { add, type Money, money, negate, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { COMPANY_ACCOUNTS } from "../ledger/accounts";

const WEEKS_TOLD = 8;

type Figures = { revenue: Money; workerCost: Money; penalties: Money };

/**
 * What the company's own accounts took and gave by calendar week of business dates, this week as the last. Costs are told
 * above zero. Sums come from the books, so that whatever is posted to those accounts is in them.
 */
export async function getWeeks(ctx: Ctx): Promise<(CalendarWeek & Figures)[]> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { timeZone } = await policyInForce(ctx, "money");
	const weeks = calendarWeeks(ctx.clock.now(), timeZone, WEEKS_TOLD);
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (!first || !last) return [];
	const rows = await sumsBetween(ctx, first.monday, addDays(last.monday, 7));
	return weeks.map((known, index) => {
		const sumOf = (kind: (typeof COMPANY_ACCOUNTS)[number]): Money => {
			const found = rows.find((row) => row.week === index && row.account === kind);
			return found ? money(BigInt(found.sum)) : zero;
		};
		return {
			...known,
			revenue: add(sumOf("order-revenue"), sumOf("waived")),
			workerCost: negate(sumOf("worker-cost")),
			penalties: sumOf("penalty-income"),
		};
	});
}

/**
 * What was posted to the company's accounts in some weeks. These accounts hold the postings of all years, in the order of their
 * transactions: said by number where the weeks begin, and which accounts, PostgreSQL reads only the end of them from the index.
 */
async function sumsBetween(ctx: Ctx, from: string, to: string) {
	const { businessDate, id } = ledgerTransactions;
	const within = and(gte(businessDate, from), lt(businessDate, to));
	const accounts = await ctx.db
		.select({ id: ledgerAccounts.id, kind: ledgerAccounts.kind })
		.from(ledgerAccounts)
		.where(inArray(ledgerAccounts.kind, [...COMPANY_ACCOUNTS]));
	// With the addition it is read from the index of the dates, and not sought from the first number on.
	const [lowest] = await ctx.db
		.select({ id: sql<string | null>`min(${id} + 0)` })
		.from(ledgerTransactions)
		.where(within);
	if (!lowest?.id || accounts.length === 0) return [];
	const week = sql<number>`(${businessDate} - ${from}::date) / 7`;
	const sums = await ctx.db
		.select({
			week: week.as("week"),
			accountId: ledgerPostings.accountId,
			sum: sql<string>`sum(${ledgerPostings.amount})`,
		})
		.from(ledgerPostings)
		.innerJoin(ledgerTransactions, eq(id, ledgerPostings.transactionId))
		.where(
			and(
				within,
				gte(ledgerPostings.transactionId, BigInt(lowest.id)),
				inArray(
					ledgerPostings.accountId,
					accounts.map((account) => account.id),
				),
			),
		)
		.groupBy(sql`week`, ledgerPostings.accountId);
	return sums.map((row) => ({ ...row, account: accounts.find((account) => account.id === row.accountId)?.kind }));
}
