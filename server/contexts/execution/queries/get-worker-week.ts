import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import type { z } from "zod";
import { jobs } from "@/db/schema/execution";
import { calendarWeeks } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { workerWeekInput } from "../contracts";
import { demandManager } from "../domain/access";

const MOST = 200;

/** A worker's calendar week, Monday to Sunday in the business time zone: every job that is theirs, also those that ended. */
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
	return { ...week, jobs: found };
}
