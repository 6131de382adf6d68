import { and, eq, isNull, ne } from "drizzle-orm";
import { assignments, orders } from "@/db/schema/ordering";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { type Outcome, stateAfter } from "../domain/order";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

type Ending = {
	orderId: OrderId;
	outcome: Outcome;
	/** Numbered per order; a correction is the next one. */
	ending: number;
	/** Null when nobody was assigned: then nothing is owed. */
	assignment: number | null;
	workerId: WorkerId | null;
	at: string;
	/** A code that screens have words for, or none. */
	reason: string | null;
};

/** How the job ended, as execution decided. The highest number is in force, whatever order the endings come in. */
export async function mirrorEnding(ctx: Ctx, ended: Ending): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, ended.orderId);
		const state = stateAfter(order.state, ended.outcome);
		if (!state || ended.ending <= order.ending) return;
		await tx.db
			.update(orders)
			.set({
				state,
				ending: ended.ending,
				endedAt: new Date(ended.at),
				endingReason: ended.reason,
				payable: ended.assignment !== null,
				workerId: ended.workerId,
				waitingReason: null,
				cancellationRequestedAt: null,
				cancellationRequestedBy: null,
			})
			.where(eq(orders.id, order.id));
		await closeAssignments(tx, ended);
		await announceOrder(tx, order);
	});
}

/** The assignment that the job ended with, and any that execution never took up: that one is void. */
async function closeAssignments(tx: TxCtx, { orderId, assignment, outcome, at }: Ending): Promise<void> {
	const ofOrder = eq(assignments.orderId, orderId);
	const endedAt = new Date(at);
	if (assignment !== null) {
		await tx.db
			.update(assignments)
			.set({ endedAt, endedReason: outcome })
			.where(and(ofOrder, eq(assignments.number, assignment)));
	}
	await tx.db
		.update(assignments)
		.set({ endedAt, endedReason: "void" })
		.where(and(ofOrder, isNull(assignments.endedAt), ne(assignments.number, assignment ?? 0)));
}
