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
	const { businessDate } = ledgerTransactions;
	const week = sql<number>`(${businessDate} - ${first.monday}::date) / 7`;
	const rows = await ctx.db
		.select({ week: week.as("week"), account: ledgerAccounts.kind, sum: sql<string>`sum(${ledgerPostings.amount})` })
		.from(ledgerTransactions)
		.innerJoin(ledgerPostings, eq(ledgerPostings.transactionId, ledgerTransactions.id))
		.innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
		.where(
			and(
				gte(businessDate, first.monday),
				lt(businessDate, addDays(last.monday, 7)),
				inArray(ledgerAccounts.kind, [...COMPANY_ACCOUNTS]),
			),
		)
		.groupBy(sql`week`, ledgerAccounts.kind);
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
