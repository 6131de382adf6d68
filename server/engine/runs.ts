import { and, arrayContains, asc, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { runs, steps, tasks, waits } from "@/db/schema/engine";
import { outbox } from "@/db/schema/events";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { line } from "@/server/kernel/text";
import type { Ctx } from "@/server/platform/context";

export const listRunsInput = z.object({
	eventId: line(200).optional(),
	/** `order:<id>`, `worker:<id>`, … */
	subject: line(200).optional(),
	functionId: line(200).optional(),
	status: z.enum(["running", "completed", "failed", "cancelled"]).optional(),
	/** The last run of the page before. */
	before: z.uuid().optional(),
	limit: z.int().min(1).max(200).default(50),
});

const summary = {
	id: runs.id,
	functionId: runs.functionId,
	eventId: runs.eventId,
	status: runs.status,
	createdAt: runs.createdAt,
	endedAt: runs.endedAt,
};

/** Runs of background functions, newest first, a page at a time. For managers. */
export async function listRuns(ctx: Ctx, input: z.output<typeof listRunsInput>) {
	onlyManagers(ctx);
	const { eventId, subject, functionId, status, before, limit } = input;
	const page = await ctx.db
		.select(summary)
		.from(runs)
		.where(
			and(
				eventId === undefined ? undefined : eq(runs.eventId, eventId),
				subject === undefined ? undefined : about(ctx, subject),
				functionId === undefined ? undefined : eq(runs.functionId, functionId),
				status === undefined ? undefined : eq(runs.status, status),
				// Ids are made in the order of time.
				before === undefined ? undefined : lt(runs.id, before),
			),
		)
		.orderBy(desc(runs.id))
		.limit(limit);
	return { runs: page, next: page.length === limit ? (page.at(-1)?.id ?? null) : null };
}

const about = (ctx: Ctx, subject: string): SQL =>
	inArray(
		runs.eventId,
		ctx.db
			.select({ id: outbox.id })
			.from(outbox)
			.where(arrayContains(outbox.subjects, [subject])),
	);

/** One run: its event, what its steps gave, what it waits for, and what it will try again. For managers. */
export async function getRun(ctx: Ctx, id: string) {
	onlyManagers(ctx);
	const [run] = await ctx.db
		.select({ ...summary, event: runs.event, output: runs.output, invokedBy: runs.parentRunId })
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
			.select({ attempt: tasks.attempt, dueAt: tasks.dueAt, leasedBy: tasks.leasedBy, lastError: tasks.lastError })
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

function onlyManagers({ actor }: Ctx): void {
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
