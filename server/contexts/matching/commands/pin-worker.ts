import { eq } from "drizzle-orm";
import { demands } from "@/db/schema/matching";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { matchingRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import { hasNotBegun, isLooking } from "../domain/demand.policies";
import type { SampleId } from "../domain/sample";
import { getPool } from "../queries/get-pool";
import { matchLocked } from "./match-order";

type Asked = { order: OrderId; sample: SampleId; reason: string };

/**
 * A manager gives an order that nobody has to a sample of choice, past the chain, but not past the calendar: the same constraint
 * decides. The record says what the chain thought of it, who chose, and why.
 */
export async function pinWorker(ctx: Ctx, { order, sample, reason }: Asked): Promise<void> {
	demandManager(ctx.actor);
	const pool = await getPool();
	await withTransaction(ctx, async (tx) => {
		const [row] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!row) throw commonRefusals.because("not_found");
		if (!isLooking(row) || !hasNotBegun(row, tx.clock.now())) throw matchingRefusals.because("nothing_to_pin");
		if (!pool.samples.some(({ id, active }) => id === sample && active)) throw matchingRefusals.because("not_in_pool");
		const pin = { sample, by: actorRef(tx.actor), reason };
		const found = await matchLocked(tx, row, pool, pin);
		// What another had taken meanwhile is taken back with all the rest.
		if (found.outcome === "waiting") throw matchingRefusals.because("worker_taken");
		await audit(tx, {
			...{ action: "matching.pin-worker", subject: `order:${order}`, after: { workerId: sample }, reason },
		});
	});
}
