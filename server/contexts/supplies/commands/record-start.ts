import { assignments } from "@/db/schema/supplies";
import type { EventData } from "@/server/events/catalog/_define";
import type { jobStarted } from "@/server/events/catalog/execution";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandHouse } from "./demand-house";
import { lockOrderTold } from "./lock-order";
import { settleKitsOf } from "./settle-kit";

type Started = EventData<typeof jobStarted>;

/**
 * The worker has begun. From now on "Issued" can't be taken back. If it was taken back while execution still took the kit for
 * issued, the start wins: the worker has the kit, it counts as issued again, and everybody is told.
 */
export async function recordStart(ctx: Ctx, { orderId, assignment, at, kitIssued }: Started): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrderTold(tx, orderId);
		const start = { startedAt: new Date(at), startedWithKit: kitIssued };
		await tx.db
			.insert(assignments)
			.values({ orderId, assignment, ...start })
			.onConflictDoUpdate({ target: [assignments.orderId, assignments.assignment], set: start });
		await settleKitsOf(tx, order);
	});
}
