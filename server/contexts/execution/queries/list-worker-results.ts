import { and, eq, inArray, sql } from "drizzle-orm";
import { checkIns, endings, jobs } from "@/db/schema/execution";
import type { WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { outcomes } from "../domain/job";

const count = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** How a worker's jobs ended, by service type, the most frequent first. Only endings in force count. */
export async function listWorkerResults(ctx: Ctx, { workerId }: { workerId: WorkerId }) {
	demandManager(ctx.actor);
	return ctx.db
		.select({
			serviceTypeId: jobs.serviceTypeId,
			// The name that its latest job was given.
			serviceName: sql<{ en: string; ru: string }>`(array_agg(${jobs.serviceName} order by ${jobs.startsAt} desc))[1]`,
			completed: count(sql`${jobs.state} = 'completed'`),
			failed: count(sql`${jobs.state} = 'failed'`),
			noShow: count(sql`${endings.failure} = 'no-show'`),
			cancelled: count(sql`${jobs.state} = 'cancelled'`),
			checkedIn: count(sql`${checkIns.at} is not null`),
			// Within the agreed minute: nobody's watch shows less.
			onTime: count(sql`${checkIns.at} < ${jobs.startsAt} + interval '1 minute'`),
		})
		.from(jobs)
		.innerJoin(endings, and(eq(endings.orderId, jobs.orderId), eq(endings.number, jobs.ending)))
		.leftJoin(checkIns, and(eq(checkIns.orderId, jobs.orderId), eq(checkIns.workerId, workerId)))
		.where(and(eq(jobs.workerId, workerId), inArray(jobs.state, [...outcomes])))
		.groupBy(jobs.serviceTypeId)
		.orderBy(sql`count(*) desc`, jobs.serviceTypeId);
}
