import { and, asc, eq, gte, inArray, lt, lte } from "drizzle-orm";
import type { z } from "zod";
import { daysOff, jobs } from "@/db/schema/execution";
import { addDays, calendarWeeks } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { workerWeekInput } from "../contracts";
import { demandManager } from "../domain/access";

const MOST = 200;
const DAYS = 7;

/** A worker's calendar week, Monday to Sunday in the business time zone: every job that is theirs, also those that ended, and the days off. */
export async function getWorkerWeek(ctx: Ctx, { workerId, day }: z.output<typeof workerWeekInput>) {
	demandManager(ctx.actor);
	const { timeZone } = await policyInForce(ctx, "money");
	const [week] = calendarWeeks(day, timeZone, 1);
	if (!week) throw new Error("a week was asked for and none was made");
	const found = await ctx.db
		.select({
			...{ orderId: jobs.orderId, number: jobs.orderNumber, serviceName: jobs.serviceName, state: jobs.state },
			...{ startsAt: jobs.startsAt, durationMinutes: jobs.durationMinutes },
		})
		.from(jobs)
		.where(
			and(
				eq(jobs.workerId, workerId),
				// Each state named, so that one index answers.
				inArray(jobs.state, ["scheduled", "started", "completed", "failed", "cancelled"]),
				gte(jobs.startsAt, week.from),
				lt(jobs.startsAt, week.to),
			),
		)
		.orderBy(asc(jobs.startsAt), asc(jobs.orderId))
		.limit(MOST);
	const dates = Array.from({ length: DAYS }, (_, index) => addDays(week.monday, index));
	const [first = week.monday, last = week.monday] = [dates.at(0), dates.at(-1)];
	const off = await ctx.db
		.select({ first: daysOff.first, last: daysOff.last })
		.from(daysOff)
		.where(and(eq(daysOff.workerId, workerId), lte(daysOff.first, last), gte(daysOff.last, first)));
	const isOff = (date: string) => off.some((range) => range.first <= date && date <= range.last);
	return { ...week, jobs: found, daysOff: dates.filter(isOff) };
}
