import { eq } from "drizzle-orm";
import { demands, matchRecords } from "@/db/schema/matching";
import { matchWaiting, workerMatched } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { hasNotBegun, isLooking } from "../domain/demand.policies";
import { explain } from "../domain/explanation";
import { type Said, saidOf } from "../domain/plain-words";
import { type Explained, type Input, type Run, runChain } from "../domain/run-chain";
import type { Demand, SampleId } from "../domain/sample";
import type { WaitingReason } from "../domain/step";
import { reasonForNobody } from "../domain/waiting";
import { type Chain, getActiveChain } from "../queries/get-chain";
import { getDemand } from "../queries/get-demand";
import { listSamples } from "../queries/list-samples";
import { reserveBest } from "./reserve-best";

export type Match =
	| { outcome: "matched"; chosen: SampleId; score: number }
	| { outcome: "waiting"; reason: WaitingReason }
	/** There is nothing to look for: somebody is found already, the order has ended, or its start has passed. */
	| { outcome: "none" };

type Found = Exclude<Match, { outcome: "none" }>;
type Search = { demand: Demand; match: number; chain: Chain; requirementVersion: number; input: Input };

/**
 * Finds the best sample for an order by the chain in force and holds the time in its calendar, or notes what the
 * order waits for. Why it is this one stays on record. Calling it again does nothing but look again for who waits.
 */
export async function matchOrder(ctx: Ctx, { order }: { order: OrderId }): Promise<Match> {
	return withTransaction(ctx, async (tx) => {
		const [row] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!row) throw new NotYet(`order ${order} is not known to matching`);
		if (!isLooking(row) || !hasNotBegun(row, tx.clock.now())) return { outcome: "none" };
		const search = await prepare(tx, row);
		const run = runChain(search.chain.links, search.input);
		const chosen = await reserveBest(tx, search, run.ranked);
		const found: Match = chosen
			? { outcome: "matched", chosen: chosen.sample.id, score: chosen.values.total ?? 0 }
			: { outcome: "waiting", reason: await reasonNow(tx, search, run) };
		await record(tx, search, run, found, chosen);
		if (found.outcome === "matched") await settle(tx, search, found);
		else if (found.reason !== row.waitingReason) await wait(tx, search, row.waits + 1, found.reason);
		await announce(tx, { context: "matching", subject: order, audiences: [] });
		return found;
	});
}

async function prepare(tx: TxCtx, row: typeof demands.$inferSelect): Promise<Search> {
	const { demand, requirementVersion } = await getDemand(tx, row);
	const match = row.match + 1;
	const input = { demand, samples: await listSamples(tx, demand), seed: `${demand.order}/${match}` };
	return { demand, match, chain: await getActiveChain(tx), requirementVersion, input };
}

/** Whoever the chain left was taken, or went, while it ran: then the reason is told of how things are now. */
async function reasonNow(tx: TxCtx, { chain, demand, input }: Search, run: Run): Promise<WaitingReason> {
	const samples = run.ranked.length > 0 ? await listSamples(tx, demand) : input.samples;
	return reasonForNobody(chain.links, { ...input, samples });
}

/** One record per match; while the order waits for it, the record tells of the latest look. */
async function record(tx: TxCtx, search: Search, run: Run, found: Found, chosen: Explained | null): Promise<void> {
	const matched = found.outcome === "matched";
	const said: Said | null = chosen && saidOf(search.chain.links, search.input, run, chosen);
	const content = {
		pipelineVersion: search.chain.version,
		requirementVersion: search.requirementVersion,
		seed: search.input.seed,
		outcome: found.outcome,
		waitingReason: matched ? null : found.reason,
		chosen: matched ? found.chosen : null,
		score: matched ? found.score : null,
		funnel: run.funnel,
		candidates: explain(run),
		said,
		at: tx.clock.now(),
	};
	await tx.db
		.insert(matchRecords)
		.values({ order: search.demand.order, match: search.match, ...content })
		.onConflictDoUpdate({ target: [matchRecords.order, matchRecords.match], set: content });
}

async function settle(
	tx: TxCtx,
	search: Search,
	{ chosen, score }: { chosen: SampleId; score: number },
): Promise<void> {
	const { match, chain } = search;
	const { order } = search.demand;
	await tx.db.update(demands).set({ state: "matched", waitingReason: null, match }).where(eq(demands.order, order));
	await publish(tx, workerMatched, { orderId: order, workerId: chosen, match, pipelineVersion: chain.version, score });
}

async function wait(tx: TxCtx, search: Search, number: number, reason: WaitingReason): Promise<void> {
	const { order } = search.demand;
	const told = { state: "waiting" as const, waitingReason: reason, waits: number };
	await tx.db.update(demands).set(told).where(eq(demands.order, order));
	await publish(tx, matchWaiting, { orderId: order, match: search.match, number, reason });
}
