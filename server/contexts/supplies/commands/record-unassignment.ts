import { sql } from "drizzle-orm";
import { assignments } from "@/db/schema/supplies";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandHouse } from "./demand-house";
import { lockOrderTold } from "./lock-order";
import { settleKitsOf } from "./settle-kit";

type Unassigned = { orderId: OrderId; assignment: number };

/** The order lost this worker: the kit goes back, and one that was not asked for yet never will be. */
export async function recordUnassignment(ctx: Ctx, { orderId, assignment }: Unassigned): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrderTold(tx, orderId);
		await tx.db
			.insert(assignments)
			.values({ orderId, assignment, unassignedAt: tx.clock.now() })
			.onConflictDoUpdate({
				target: [assignments.orderId, assignments.assignment],
				set: { unassignedAt: sql`coalesce(${assignments.unassignedAt}, excluded.unassigned_at)` },
			});
		await settleKitsOf(tx, order);
	});
}
