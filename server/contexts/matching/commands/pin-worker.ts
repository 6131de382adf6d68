import { and, eq } from "drizzle-orm";
import { demands, reservations } from "@/db/schema/matching";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { matchingRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import { hasNotBegun, isLooking } from "../domain/demand.policies";
import type { SampleId } from "../domain/sample";
import { getPool } from "../queries/get-pool";
import { matchLocked } from "./match-order";

type Asked = { order: OrderId; sample: SampleId; reason: string };

/**
 * A manager gives an order to a sample of choice, past the chain, but not past the calendar: the same constraint decides. The record
 * says what the chain thought of it, who chose, and why. Whoever has the order keeps it, and both keep the time, until execution has
 * decided whether it can still be taken back: so neither can be given another job meanwhile.
 */
export async function pinWorker(ctx: Ctx, { order, sample, reason }: Asked): Promise<void> {
	demandManager(ctx.actor);
	const pool = await getPool();
	await withTransaction(ctx, async (tx) => {
		const [row] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!row) throw commonRefusals.because("not_found");
		if (row.state === "ended" || !hasNotBegun(row, tx.clock.now())) throw matchingRefusals.because("nothing_to_pin");
		const replaces = isLooking(row) ? null : await holderOf(tx, { order, sample });
		if (!pool.samples.some(({ id, active }) => id === sample && active)) throw matchingRefusals.because("not_in_pool");
		const found = await matchLocked(tx, row, pool, { sample, by: actorRef(tx.actor), reason, replaces });
		// What another had taken meanwhile is taken back with all the rest.
		if (found.outcome === "waiting") throw matchingRefusals.because("worker_taken");
		await audit(tx, {
			...{ action: "matching.pin-worker", subject: `order:${order}`, reason },
			...{ before: { workerId: replaces }, after: { workerId: sample } },
		});
	});
}

/** Who has the order, while nobody else is to take it over. */
async function holderOf(tx: TxCtx, { order, sample }: Pick<Asked, "order" | "sample">): Promise<SampleId> {
	const held = await tx.db
		.select()
		.from(reservations)
		.where(and(eq(reservations.order, order), eq(reservations.status, "held")));
	if (held.some(({ replacing }) => replacing)) throw matchingRefusals.because("replacement_under_way");
	const [holder] = held;
	if (!holder) throw matchingRefusals.because("nothing_to_pin");
	if (holder.sample === sample) throw matchingRefusals.because("has_it_already");
	return holder.sample;
}
