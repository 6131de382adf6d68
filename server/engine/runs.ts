import { and, arrayOverlaps, asc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { runs, steps, tasks, waits } from "@/db/schema/engine";
import { outbox } from "@/db/schema/events";
import { addDays, instantAt } from "@/server/kernel/calendar";
import { after, hours } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { firstIdAt } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { policyInForce } from "@/server/platform/policies";
import { demandStaff } from "../events/access";
import { aboutAny } from "../events/list-events";
import { runsList } from "./contracts";

const summary = {
	id: runs.id,
	functionId: runs.functionId,
	eventId: runs.eventId,
	status: runs.status,
	createdAt: runs.createdAt,
	endedAt: runs.endedAt,
};

/** The payload is the event's own to show, for some of it is personal. */
const eventName = sql<string>`${runs.event}->>'name'`;

/** What has gone wrong last in a run that is still tried. */
const trouble = sql<string | null>`(
	select t.last_error from engine.tasks t where t.run_id = ${sql.raw("engine.runs.id")} and t.last_error is not null limit 1)`;

type Filters = z.output<typeof runsList.filtersOnly>;

/** Runs of background functions as the filters leave them, newest first unless asked otherwise. For managers. */
export async function listRuns(ctx: Ctx, asked: z.output<typeof runsList.input>) {
	demandStaff(ctx.actor, "manager");
	const like = await runsLike(ctx, asked);
	// Ids are made in the order of time.
	return readPage(runsList, asked, { started: [runs.id] }, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...summary, eventName, trouble, key })
			.from(runs)
			.where(and(like, where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

/** How many runs the filters leave. */
export async function countRuns(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandStaff(ctx.actor, "manager");
	return countRows(ctx, runs, await runsLike(ctx, filters));
}

async function runsLike(ctx: Ctx, asked: Filters): Promise<SQL | undefined> {
	const { state, function: functionId, search, from, to } = asked;
	const { timeZone } = await policyInForce(ctx, "money");
	return and(
		state ? eq(runs.status, state) : undefined,
		functionId ? eq(runs.functionId, functionId) : undefined,
		search ? or(eq(runs.eventId, search), isRun(search), about(ctx, search)) : undefined,
		from ? since(instantAt(from, "00:00", timeZone)) : undefined,
		to ? before(instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

const isRun = (search: string): SQL | undefined =>
	z.uuid().safeParse(search).success ? eq(runs.id, search) : undefined;

/** As an array, so that the runs are found by the events' ids and not by looking at each. */
const about = (ctx: Ctx, search: string): SQL => {
	const events = ctx.db
		.select({ id: outbox.id })
		.from(outbox)
		.where(arrayOverlaps(outbox.subjects, aboutAny(search)));
	return sql`${runs.eventId} = any(array(${events}))`;
};

/** The list is read by ids, which are made a little before the row: within an hour they tell where a moment lies. */
const SLACK_MS = hours(1);

const since = (moment: Date): SQL | undefined =>
	and(gte(runs.createdAt, moment), gte(runs.id, firstIdAt(after(moment, -SLACK_MS))));

const before = (moment: Date): SQL | undefined =>
	and(lt(runs.createdAt, moment), lt(runs.id, firstIdAt(after(moment, SLACK_MS))));

/** One run: what its steps gave, what it waits for, and what it will try again. For managers. */
export async function getRun(ctx: Ctx, id: string) {
	demandStaff(ctx.actor, "manager");
	const [run] = await ctx.db
		.select({ ...summary, eventName, output: runs.output, invokedBy: runs.parentRunId })
		.from(runs)
		.where(eq(runs.id, id));
	if (!run) throw commonRefusals.because("not_found");
	const [ended, calls, waiting] = await Promise.all([
		ctx.db
			.select({ name: steps.name, result: steps.result, endedAt: steps.endedAt })
			.from(steps)
			.where(eq(steps.runId, id))
			.orderBy(asc(steps.position)),
		ctx.db
			.select({
				step: tasks.step,
				attempt: tasks.attempt,
				dueAt: tasks.dueAt,
				leasedBy: tasks.leasedBy,
				lastError: tasks.lastError,
			})
			.from(tasks)
			.where(eq(tasks.runId, id))
			.orderBy(asc(tasks.id)),
		ctx.db
			.select({ name: waits.name, kind: waits.kind, eventName: waits.eventName, until: waits.until })
			.from(waits)
			.where(eq(waits.runId, id))
			.orderBy(asc(waits.until)),
	]);
	return { ...run, steps: ended, calls, waits: waiting };
}
