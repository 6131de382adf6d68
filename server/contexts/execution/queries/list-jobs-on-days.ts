import { and, asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { assignments, jobs } from "@/db/schema/execution";
import { addDays, instantAt } from "@/server/kernel/calendar";
import type { WorkerId } from "@/server/kernel/ids";
import type { DayRange } from "@/server/kernel/weekly-hours";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandOwnOrManager } from "../domain/access";
import { givingUpMeans } from "../domain/job.policies";

type Asked = { workerId: WorkerId; days: DayRange };

/** The jobs that a worker has on these days, and of each whether somebody else can still take it (`givenBack`). */
export async function listJobsOnDays(ctx: Ctx, { workerId, days }: Asked) {
	demandOwnOrManager(ctx.actor, workerId);
	const { timeZone } = await policyInForce(ctx, "money");
	const from = instantAt(days.first, "00:00", timeZone);
	const to = instantAt(addDays(days.last, 1), "00:00", timeZone);
	const now = ctx.clock.now();
	const found = await ctx.db
		.select({
			...{ orderId: jobs.orderId, orderNumber: jobs.orderNumber, serviceName: jobs.serviceName },
			...{ startsAt: jobs.startsAt, durationMinutes: jobs.durationMinutes, state: jobs.state },
			...{ assignment: jobs.assignment, overdueAt: jobs.overdueAt, giveUpFreeUntil: assignments.giveUpFreeUntil },
		})
		.from(jobs)
		.innerJoin(assignments, and(eq(assignments.orderId, jobs.orderId), eq(assignments.number, jobs.assignment)))
		.where(
			and(
				eq(jobs.workerId, workerId),
				inArray(jobs.state, ["scheduled", "started"]),
				lt(jobs.startsAt, to),
				// A day before it, an index finds; what of it reaches into the days, the sum of both.
				gt(jobs.startsAt, instantAt(addDays(days.first, -1), "00:00", timeZone)),
				gt(
					sql`${jobs.startsAt} + make_interval(mins => ${jobs.durationMinutes})`,
					sql`${from.toISOString()}::timestamptz`,
				),
			),
		)
		.orderBy(asc(jobs.startsAt), asc(jobs.orderId));
	return found.map(({ state, assignment, overdueAt, giveUpFreeUntil, ...job }) => ({
		...job,
		givenBack:
			givingUpMeans({ state, assignment, startsAt: job.startsAt, overdueAt }, { giveUpFreeUntil }, now) === "released",
	}));
}
