import { and, eq } from "drizzle-orm";
import { demands, pastResults, reservations } from "@/db/schema/matching";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { SampleId } from "../domain/sample";

type Ending = {
	order: OrderId;
	/** From 1; a correction is the next. */
	ending: number;
	outcome: "completed" | "failed" | "cancelled";
	/** Why it failed, in a word. */
	reason: string | null;
	/** Null when nobody had been assigned. */
	sample: SampleId | null;
	at: Date;
};

/**
 * The order has ended: it is not matched any more, what is held for it is free, and its result is learned, once per ending. It may
 * be heard of before the order itself. Tells whose calendar it had been in, the same when it is heard of again.
 */
export async function noteEnding(
	ctx: Ctx,
	{ order, ending, outcome, reason, sample, at }: Ending,
): Promise<{ freed: SampleId[] }> {
	return withTransaction(ctx, async (tx) => {
		const over = { state: "ended" as const, waitingReason: null };
		await tx.db
			.insert(demands)
			.values({ order, ...over })
			.onConflictDoUpdate({ target: demands.order, set: over });
		await tx.db
			.update(reservations)
			.set({ status: "released", releasedAt: tx.clock.now(), releasedBy: outcome })
			.where(and(eq(reservations.order, order), eq(reservations.status, "held")));
		if (sample)
			await tx.db.insert(pastResults).values({ order, ending, sample, outcome, reason, at }).onConflictDoNothing();
		await announce(tx, { context: "matching", subject: order, audiences: [] });
		const had = await tx.db
			.selectDistinct({ sample: reservations.sample })
			.from(reservations)
			.where(eq(reservations.order, order));
		return { freed: had.map((row) => row.sample) };
	});
}
