import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { daysOff } from "@/db/schema/execution";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { daysOffInput } from "../contracts";
import { demandOwnOrManager } from "../domain/access";
import { lockAvailability, publishAvailability } from "./publish-availability";

/** The worker comes after all. What somebody else does now does not come back. */
export async function dropDaysOff(
	ctx: Ctx,
	{ workerId, days }: z.output<typeof daysOffInput>,
): Promise<{ version: number }> {
	demandOwnOrManager(ctx.actor, workerId);
	return withTransaction(ctx, async (tx) => {
		const before = await lockAvailability(tx, workerId);
		const { first, last } = days;
		const dropped = await tx.db
			.delete(daysOff)
			.where(and(eq(daysOff.workerId, workerId), eq(daysOff.first, first), eq(daysOff.last, last)))
			.returning();
		if (dropped.length === 0) throw commonRefusals.because("not_found");
		return publishAvailability(tx, { workerId, before, action: "execution.drop-days-off" });
	});
}
