import { and, eq } from "drizzle-orm";
import { demands, reservations } from "@/db/schema/matching";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { SampleId } from "../domain/sample";

type GivenBack = { order: OrderId; sample: SampleId; assignment: number };

/**
 * A sample gave an order back: its time is free, and the order looks for another, who is not this one. An assignment is given back
 * once, so that a late repetition does not take the order from its next sample.
 */
export async function releaseReservation(ctx: Ctx, { order, sample, assignment }: GivenBack): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [demand] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!demand) throw new NotYet(`order ${order} is not known to matching`);
		if (assignment <= demand.givenBack) return;
		const open = demand.state === "ended" ? {} : { state: "open" as const, waitingReason: null };
		await tx.db
			.update(demands)
			.set({ ...open, givenBack: assignment, excluded: [...new Set([...demand.excluded, sample])] })
			.where(eq(demands.order, order));
		await tx.db
			.update(reservations)
			.set({ status: "released", releasedAt: tx.clock.now(), releasedBy: "given-back" })
			.where(and(eq(reservations.order, order), eq(reservations.sample, sample), eq(reservations.status, "held")));
		await announce(tx, { context: "matching", subject: order, audiences: [] });
	});
}
