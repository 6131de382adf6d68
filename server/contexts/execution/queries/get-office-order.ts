import { asc, eq } from "drizzle-orm";
import { assignments, checkIns, endings, jobs, kits } from "@/db/schema/execution";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { overridesOf, whyNotReplaced } from "../domain/job.policies";

/** All that execution knows of an order, for managers; null while it has not heard of it. */
export async function getOfficeOrder(ctx: Ctx, orderId: OrderId) {
	const [job] = await ctx.db.select().from(jobs).where(eq(jobs.orderId, orderId));
	if (!job) return null;
	const [given, kitsKnown, [checkIn], ended] = await Promise.all([
		ctx.db.select().from(assignments).where(eq(assignments.orderId, orderId)).orderBy(asc(assignments.number)),
		ctx.db.select().from(kits).where(eq(kits.orderId, orderId)),
		ctx.db.select().from(checkIns).where(eq(checkIns.orderId, orderId)),
		ctx.db.select().from(endings).where(eq(endings.orderId, orderId)).orderBy(asc(endings.number)),
	]);
	const isIssued = (number: number | null) => kitsKnown.some((kit) => kit.assignment === number && kit.issued);
	const asTheirs = { isTheirs: job.workerId !== null, kitIssued: isIssued(job.assignment) };
	return {
		job,
		assignments: given.map((assignment) => ({ ...assignment, kitIssued: isIssued(assignment.number) })),
		/** Whether somebody else can still take it over from who has it. */
		mayBeReplaced: whyNotReplaced(job, asTheirs, ctx.clock.now()) === null,
		checkIn: checkIn ?? null,
		endings: ended,
		/** What the manager may do with it now. */
		overrides: overridesOf(job),
	};
}
