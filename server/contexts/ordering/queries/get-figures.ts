import { and, gte, lt, sql } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import { businessDate, type CalendarWeek, calendarWeeks, dayOf } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandManager } from "../domain/access";
import { type OrderState, orderStates } from "../domain/order";

export const WEEKS_TOLD = 8;

type Ends = { completed: number; failed: number; cancelled: number; noShow: number };

const none: Ends = { completed: 0, failed: 0, cancelled: 0, noShow: 0 };
const count = sql<number>`count(*)::int`;

type Today = { /** `YYYY-MM-DD` */ day: string; states: Record<OrderState, number> };

/** Today's orders by state: those that start on this day of the business time zone. */
export async function getToday(ctx: Ctx): Promise<Today> {
	demandManager(ctx.actor);
	const { timeZone } = await policyInForce(ctx, "money");
	const { from, to } = dayOf(ctx.clock.now(), timeZone);
	const rows = await ctx.db
		.select({ state: orders.state, count })
		.from(orders)
		.where(and(gte(orders.startsAt, from), lt(orders.startsAt, to)))
		.groupBy(orders.state);
	const found = (state: OrderState) => rows.find((row) => row.state === state)?.count ?? 0;
	const states = Object.fromEntries(orderStates.map((state) => [state, found(state)]));
	return { day: businessDate(from, timeZone), states: states as Record<OrderState, number> };
}

/** How orders ended, by the calendar week in which they were to start; this week is the last. All from one index. */
export async function getWeeks(ctx: Ctx): Promise<(CalendarWeek & Ends)[]> {
	demandManager(ctx.actor);
	const { timeZone } = await policyInForce(ctx, "money");
	const weeks = calendarWeeks(ctx.clock.now(), timeZone, WEEKS_TOLD);
	const begins = sql.join(
		weeks.map(({ from }) => sql`${from.toISOString()}::timestamptz`),
		sql`, `,
	);
	const week = sql<number>`width_bucket(${orders.startsAt}, array[${begins}])`;
	const noShow = sql<boolean>`${orders.endingReason} is not distinct from 'no-show'`;
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (!first || !last) return [];
	const rows = await ctx.db
		.select({ week: week.as("week"), state: orders.state, noShow: noShow.as("no_show"), count })
		.from(orders)
		.where(and(gte(orders.startsAt, first.from), lt(orders.startsAt, last.to)))
		.groupBy(sql`week`, orders.state, sql`no_show`);
	return weeks.map((known, index) => {
		const ends = { ...none };
		for (const row of rows) {
			if (row.week !== index + 1) continue;
			if (row.state === "completed" || row.state === "failed" || row.state === "cancelled")
				ends[row.state] += row.count;
			if (row.state === "failed" && row.noShow) ends.noShow += row.count;
		}
		return { ...known, ...ends };
	});
}
