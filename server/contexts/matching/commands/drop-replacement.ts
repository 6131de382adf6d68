import { and, eq } from "drizzle-orm";
import { demands, reservations } from "@/db/schema/matching";
import { matchRecords } from "@/db/schema/matching-pipelines";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { SampleId } from "../domain/sample";

/**
 * It was too late to give the order to another: whoever has it keeps it, and the other's time is free. Nobody was chosen, so no record
 * of that match is kept. Says whose time is free.
 */
export async function dropReplacement(
	ctx: Ctx,
	{ order, match }: { order: OrderId; match: number },
): Promise<{ freed: SampleId | null }> {
	return withTransaction(ctx, async (tx) => {
		await tx.db.select({ order: demands.order }).from(demands).where(eq(demands.order, order)).for("update");
		const meant = and(eq(reservations.order, order), eq(reservations.match, match), eq(reservations.replacing, true));
		const [dropped] = await tx.db
			.update(reservations)
			.set({ status: "released", releasedAt: tx.clock.now(), releasedBy: "refused" })
			.where(and(meant, eq(reservations.status, "held")))
			.returning();
		if (dropped) {
			await tx.db.delete(matchRecords).where(and(eq(matchRecords.order, order), eq(matchRecords.match, match)));
			await announce(tx, { context: "matching", subject: order, audiences: [] });
		}
		const [row] = dropped ? [dropped] : await tx.db.select().from(reservations).where(meant);
		return { freed: row?.sample ?? null };
	});
}
