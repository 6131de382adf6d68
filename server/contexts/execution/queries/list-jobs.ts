import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { assignments, jobs, kits } from "@/db/schema/execution";
import { addDays, businessDate, instantAt } from "@/server/kernel/calendar";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { listHistoryInput, listUpcomingInput } from "../contracts";
import { outcomes } from "../domain/job";

type Cursor = { startsAt: Date; orderId: OrderId };

/** what a worker has to do today in the business time zone, and what has begun or should have begun before. */
export async function listTodaysJobs(ctx: Ctx, workerId: WorkerId) {
	const active = inArray(jobs.state, ["scheduled", "started"]);
	const mine = and(eq(jobs.workerId, workerId), active, lt(jobs.startsAt, await tomorrow(ctx)));
	return summaries(ctx).where(mine).orderBy(asc(jobs.startsAt), asc(jobs.orderId)).limit(50);
}

/** what a worker has to do from tomorrow on, the next first. */
export async function listUpcomingJobs(
	ctx: Ctx,
	workerId: WorkerId,
	{ cursor, limit }: z.output<typeof listUpcomingInput>,
) {
	const coming = and(eq(jobs.state, "scheduled"), gte(jobs.startsAt, await tomorrow(ctx)));
	const rows = await summaries(ctx)
		.where(and(eq(jobs.workerId, workerId), coming, cursor ? sql`${position} > ${at(cursor)}` : undefined))
		.orderBy(asc(jobs.startsAt), asc(jobs.orderId))
		.limit(limit + 1);
	return paged(rows, limit);
}

/** what a worker had, completed, failed or cancelled, the latest first. */
export async function listPastJobs(
	ctx: Ctx,
	workerId: WorkerId,
	{ outcome, cursor, limit }: z.output<typeof listHistoryInput>,
) {
	const ended = inArray(jobs.state, outcome ? [outcome] : [...outcomes]);
	const rows = await summaries(ctx)
		.where(and(eq(jobs.workerId, workerId), ended, cursor ? sql`${position} < ${at(cursor)}` : undefined))
		.orderBy(desc(jobs.startsAt), desc(jobs.orderId))
		.limit(limit + 1);
	return paged(rows, limit);
}

const position = sql`(${jobs.startsAt}, ${jobs.orderId})`;
const at = ({ startsAt, orderId }: Cursor) => sql`(${startsAt.toISOString()}::timestamptz, ${orderId}::uuid)`;

const summaries = (ctx: Ctx) =>
	ctx.db
		.select({
			orderId: jobs.orderId,
			orderNumber: jobs.orderNumber,
			serviceName: jobs.serviceName,
			zoneName: sql<string>`${jobs.place}->>'zoneName'`,
			address: sql<string>`${jobs.place}->>'address'`,
			startsAt: jobs.startsAt,
			durationMinutes: jobs.durationMinutes,
			state: jobs.state,
			checkInFrom: assignments.checkInFrom,
			kitIssued: sql<boolean>`coalesce(${kits.issued}, false)`,
			withoutKit: sql<boolean>`${assignments.withoutKitReason} is not null`,
		})
		.from(jobs)
		.innerJoin(assignments, and(eq(assignments.orderId, jobs.orderId), eq(assignments.number, jobs.assignment)))
		.leftJoin(kits, and(eq(kits.orderId, jobs.orderId), eq(kits.assignment, jobs.assignment)))
		.$dynamic();

async function tomorrow(ctx: Ctx): Promise<Date> {
	const { timeZone } = await policyInForce(ctx, "money");
	return instantAt(addDays(businessDate(ctx.clock.now(), timeZone), 1), "00:00", timeZone);
}

function paged<Row extends Cursor>(rows: Row[], limit: number): { items: Row[]; nextCursor: Cursor | null } {
	const items = rows.slice(0, limit);
	const last = rows.length > limit ? items.at(-1) : undefined;
	return { items, nextCursor: last ? { startsAt: last.startsAt, orderId: last.orderId } : null };
}
