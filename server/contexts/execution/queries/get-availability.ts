import { and, asc, eq, gte } from "drizzle-orm";
import { availability, daysOff } from "@/db/schema/execution";
import { businessDate } from "@/server/kernel/business-date";
import type { WorkerId } from "@/server/kernel/ids";
import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandOwnOrManager } from "../domain/access";

export type Availability = { version: number; weeklyHours: WeeklySpan[] | null; daysOff: DayRange[] };

/** When a worker can be given jobs: version 0 where nothing was said, which is always. Days off that are over are left out. */
export async function getAvailability(ctx: Ctx, workerId: WorkerId): Promise<Availability> {
	demandOwnOrManager(ctx.actor, workerId);
	const { timeZone } = await policyInForce(ctx, "money");
	const today = businessDate(ctx.clock.now(), timeZone);
	const [said] = await ctx.db.select().from(availability).where(eq(availability.workerId, workerId));
	const off = await ctx.db
		.select({ first: daysOff.first, last: daysOff.last })
		.from(daysOff)
		.where(and(eq(daysOff.workerId, workerId), gte(daysOff.last, today)))
		.orderBy(asc(daysOff.first));
	return { version: said?.version ?? 0, weeklyHours: said?.weeklyHours ?? null, daysOff: off };
}
