import { and, eq } from "drizzle-orm";
import { demands, reservations } from "@/db/schema/matching";
import { matchRecords } from "@/db/schema/matching-pipelines";
import { workerMatched } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { SampleId } from "../domain/sample";

type GivenBack = { order: OrderId; sample: SampleId; assignment: number };

/**
 * An order went back from a sample: its time is free. If another was to take over, it is that one's now; else the order looks for
 * somebody, who is not this one. An assignment is given back once, so that a late repetition does not take the order from its
 * next sample.
 */
export async function releaseReservation(ctx: Ctx, { order, sample, assignment }: GivenBack): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [demand] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!demand) throw new NotYet(`order ${order} is not known to matching`);
		if (assignment <= demand.givenBack) return;
		const given = and(
			eq(reservations.order, order),
			eq(reservations.sample, sample),
			eq(reservations.replacing, false),
		);
		await tx.db
			.update(reservations)
			.set({ status: "released", releasedAt: tx.clock.now(), releasedBy: "given-back" })
			.where(and(given, eq(reservations.status, "held")));
		const isTaken = await takeOver(tx, order);
		const open = demand.state === "ended" || isTaken ? {} : { state: "open" as const, waitingReason: null };
		const excluded = isTaken ? demand.excluded : [...new Set([...demand.excluded, sample])];
		await tx.db
			.update(demands)
			.set({ ...open, givenBack: assignment, excluded })
			.where(eq(demands.order, order));
		await announce(tx, { context: "matching", subject: order, audiences: [] });
	});
}

/** Whom a manager gave the order to has it from now on. */
async function takeOver(tx: TxCtx, order: OrderId): Promise<boolean> {
	const [next] = await tx.db
		.update(reservations)
		.set({ replacing: false })
		.where(and(eq(reservations.order, order), eq(reservations.replacing, true), eq(reservations.status, "held")))
		.returning();
	if (!next) return false;
	const { match, sample } = next;
	const [record] = await tx.db
		.select()
		.from(matchRecords)
		.where(and(eq(matchRecords.order, order), eq(matchRecords.match, match)));
	const told = { pipelineVersion: record?.pipelineVersion ?? 1, score: record?.score ?? 0 };
	await publish(tx, workerMatched, { orderId: order, workerId: sample, match, ...told });
	return true;
}
