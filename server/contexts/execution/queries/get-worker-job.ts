import { and, desc, eq, isNotNull } from "drizzle-orm";
import { assignments, checkIns, endings, jobs, kits } from "@/db/schema/execution";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/**
 * A job as its worker sees it. Once it has ended, the client's contact and the note about the place are not shown any more.
 * Who gave it back sees only that; it is unknown (`common.not_found`) to everybody else.
 */
export async function getWorkerJob(ctx: Ctx, workerId: WorkerId, orderId: OrderId) {
	const [row] = await ctx.db
		.select({ job: jobs, assignment: assignments, kit: kits, checkIn: checkIns, ending: endings })
		.from(jobs)
		.innerJoin(assignments, and(eq(assignments.orderId, jobs.orderId), eq(assignments.number, jobs.assignment)))
		.leftJoin(kits, and(eq(kits.orderId, jobs.orderId), eq(kits.assignment, jobs.assignment)))
		.leftJoin(checkIns, eq(checkIns.orderId, jobs.orderId))
		.leftJoin(endings, and(eq(endings.orderId, jobs.orderId), eq(endings.number, jobs.ending)))
		.where(and(eq(jobs.orderId, orderId), eq(jobs.workerId, workerId)));
	if (!row) return getReleasedJob(ctx, workerId, orderId);
	const { job, assignment, kit, checkIn, ending } = row;
	const { zoneName, address, note } = job.place;
	return {
		kind: "own" as const,
		orderId,
		orderNumber: job.orderNumber,
		serviceName: job.serviceName,
		description: job.description,
		place: { zoneName, address, note: ending ? "" : note },
		contact: ending ? null : job.contact,
		startsAt: job.startsAt,
		durationMinutes: job.durationMinutes,
		state: job.state,
		checkInFrom: assignment.checkInFrom,
		noShowAt: assignment.noShowAt,
		giveUpFreeUntil: assignment.giveUpFreeUntil,
		kitIssued: kit?.issued ?? false,
		withoutKit: assignment.withoutKitReason !== null,
		earns: assignment.workerShare,
		penalty: assignment.workerPenalty,
		start: checkIn && { at: checkIn.at, photoId: checkIn.photoId },
		end: ending && {
			at: ending.at,
			failure: ending.failure,
			reportPhotoId: ending.reportPhotoId,
			correction: ending.number > 1 ? ending.words : null,
		},
	};
}

async function getReleasedJob(ctx: Ctx, workerId: WorkerId, orderId: OrderId) {
	const [released] = await ctx.db
		.select({ orderNumber: jobs.orderNumber, at: assignments.releasedAt, reason: assignments.releaseReason })
		.from(assignments)
		.innerJoin(jobs, eq(jobs.orderId, assignments.orderId))
		.where(and(eq(assignments.orderId, orderId), eq(assignments.workerId, workerId), isNotNull(assignments.releasedAt)))
		.orderBy(desc(assignments.number))
		.limit(1);
	if (!released) throw commonRefusals.because("not_found");
	return { kind: "released" as const, orderId, ...released };
}
