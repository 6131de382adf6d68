import { and, eq } from "drizzle-orm";
import { checkIns, endings, jobs, kits } from "@/db/schema/execution";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId, OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { clientStageOf } from "../domain/job";

/** How far the client's own order has come, and the photos of it. Somebody else's is unknown (`common.not_found`). */
export async function getClientJob(ctx: Ctx, clientId: ClientId, orderId: OrderId) {
	const [row] = await ctx.db
		.select({ job: jobs, kit: kits, checkIn: checkIns, ending: endings })
		.from(jobs)
		.leftJoin(kits, and(eq(kits.orderId, jobs.orderId), eq(kits.assignment, jobs.assignment)))
		.leftJoin(checkIns, eq(checkIns.orderId, jobs.orderId))
		.leftJoin(endings, and(eq(endings.orderId, jobs.orderId), eq(endings.number, jobs.ending)))
		.where(and(eq(jobs.orderId, orderId), eq(jobs.clientId, clientId)));
	if (!row) throw commonRefusals.because("not_found");
	const { job, kit, checkIn, ending } = row;
	return {
		orderId,
		stage: clientStageOf(job.state, kit?.issued ?? false),
		start: checkIn && { at: checkIn.at, photoId: checkIn.photoId },
		end: ending && { at: ending.at, failure: ending.failure, reportPhotoId: ending.reportPhotoId },
	};
}
