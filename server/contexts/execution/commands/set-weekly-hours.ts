import { eq } from "drizzle-orm";
import type { z } from "zod";
import { availability } from "@/db/schema/execution";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { setWeeklyHoursInput } from "../contracts";
import { demandOwnOrManager } from "../domain/access";
import { inOrder } from "../domain/availability";
import { lockAvailability, publishAvailability } from "./publish-availability";

/**
 * The worker, or a manager, says at which hours of the week new jobs may come; jobs that are agreed stay. Refused
 * (`common.stale`) when the availability was changed since it was shown.
 */
export async function setWeeklyHours(
	ctx: Ctx,
	{ workerId, version, weeklyHours }: z.output<typeof setWeeklyHoursInput>,
): Promise<{ version: number }> {
	demandOwnOrManager(ctx.actor, workerId);
	return withTransaction(ctx, async (tx) => {
		const before = await lockAvailability(tx, workerId);
		if (before.version !== version) throw commonRefusals.because("stale");
		await tx.db
			.update(availability)
			.set({ weeklyHours: weeklyHours && inOrder(weeklyHours) })
			.where(eq(availability.workerId, workerId));
		return publishAvailability(tx, { workerId, before, action: "execution.set-weekly-hours" });
	});
}
