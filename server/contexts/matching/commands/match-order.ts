import { eq } from "drizzle-orm";
import { demands } from "@/db/schema/matching";
import { matchWaiting, replacementRequested, workerMatched } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { hasNotBegun, isLooking } from "../domain/demand.policies";
import { type Explained, type Run, runChain } from "../domain/run-chain";
import { type SampleId, withoutOrder } from "../domain/sample";
import type { WaitingReason } from "../domain/step";
import { reasonForNobody } from "../domain/waiting";
import { getChainFor } from "../queries/get-chain";
import { getDemand } from "../queries/get-demand";
import { getPool, type Pool } from "../queries/get-pool";
import { listSamples } from "../queries/list-samples";
import { type Pin, recordMatch, type Search } from "./record-match";
import { reserve, reserveBest } from "./reserve-best";
import { runShadows } from "./run-shadows";

export type Match =
	| { outcome: "matched"; chosen: SampleId; score: number }
	| { outcome: "waiting"; reason: WaitingReason }
	/** There is nothing to look for: somebody is found already, the order has ended, or its start has passed. */
	| { outcome: "none" };

type Row = typeof demands.$inferSelect;
type Found = Exclude<Match, { outcome: "none" }>;

/**
 * Finds the best sample for an order by the chain in force and holds the time in its calendar, or notes what the
 * order waits for. Why it is this one stays on record. Calling it again does nothing but look again for who waits.
 */
export async function matchOrder(ctx: Ctx, { order }: { order: OrderId }): Promise<Match> {
	// Before the transaction: whoever becomes free after this look comes to the order by itself, and waits for its lock.
	const pool = await getPool();
	return withTransaction(ctx, async (tx) => {
		const [row] = await tx.db.select().from(demands).where(eq(demands.order, order)).for("update");
		if (!row) throw new NotYet(`order ${order} is not known to matching`);
		if (!isLooking(row) || !hasNotBegun(row, tx.clock.now())) return { outcome: "none" };
		return matchLocked(tx, row, pool);
	});
}

/** The same for an order that is under lock and looks for somebody; whom a manager pinned goes before all. */
export async function matchLocked(tx: TxCtx, row: Row, pool: Pool, pin: Pin | null = null): Promise<Found> {
	const search = await prepare(tx, row, pool, pin);
	const { run, chosen } = await choose(tx, search, pin);
	const found: Found = chosen
		? { outcome: "matched", chosen: chosen.sample.id, score: chosen.values.total ?? 0 }
		: { outcome: "waiting", reason: await reasonNow(tx, search, run) };
	const reason = found.outcome === "waiting" ? found.reason : null;
	await recordMatch(tx, search, run, { chosen, reason, pin });
	await runShadows(tx, search, run);
	if (found.outcome === "matched" && pin?.replaces) await askToReplace(tx, search, { ...pin, replaces: pin.replaces });
	else if (found.outcome === "matched") await settle(tx, search, found);
	else if (found.reason !== row.waitingReason) await wait(tx, search, row.waits + 1, found.reason);
	await announce(tx, { context: "matching", subject: row.order, audiences: [] });
	return found;
}

async function prepare(tx: TxCtx, row: Row, pool: Pool, pin: Pin | null): Promise<Search> {
	const { demand, requirementVersion } = await getDemand(tx, row);
	const match = row.match + 1;
	const samples = pin?.replaces ? pool.samples.map((sample) => withoutOrder(sample, row.order)) : pool.samples;
	const input = { demand, samples, seed: `${demand.order}/${match}` };
	return { demand, match, chain: await getChainFor(tx, row.order), requirementVersion, input, pool };
}

/** The best who can still be had. Of very many only the best are ranked at a time. */
async function choose(tx: TxCtx, search: Search, pin: Pin | null): Promise<{ run: Run; chosen: Explained | null }> {
	const { chain, input } = search;
	let run = runChain(chain.links, input);
	if (pin) return { run, chosen: await choosePinned(tx, search, run, pin) };
	let chosen = await reserveBest(tx, search, run.ranked);
	const passed = new Set<SampleId>();
	while (!chosen && run.ranked.length < (run.funnel.at(-1)?.left ?? 0)) {
		for (const { sample } of run.ranked) passed.add(sample.id);
		run = runChain(chain.links, { ...input, samples: input.samples.filter(({ id }) => !passed.has(id)) });
		chosen = await reserveBest(tx, search, run.ranked);
	}
	return { run, chosen };
}

async function choosePinned(tx: TxCtx, search: Search, { all }: Run, pin: Pin): Promise<Explained | null> {
	const sample = search.input.samples.find((one) => one.id === pin.sample);
	const held = sample && (await reserve(tx, search, sample.id, { replacing: pin.replaces !== null }));
	if (!held) return null;
	return all.find((explained) => explained.sample === sample) ?? { sample, values: {}, out: null };
}

/** Whoever the chain left was taken, or went, while it ran: then the reason is told of how things are now. */
async function reasonNow(tx: TxCtx, { chain, input }: Search, { ranked }: Run): Promise<WaitingReason> {
	if (ranked.length === 0) return reasonForNobody(chain.links, input);
	const fresh = new Map(
		(
			await listSamples(
				tx,
				ranked.map(({ sample }) => sample.id),
			)
		).map((sample) => [sample.id, sample]),
	);
	return reasonForNobody(chain.links, { ...input, samples: input.samples.map((one) => fresh.get(one.id) ?? one) });
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

/** The order keeps whom it has, and its state, until execution has decided; only the number of the match is taken. */
async function askToReplace(tx: TxCtx, { match, demand }: Search, pin: Pin & { replaces: SampleId }): Promise<void> {
	const { order } = demand;
	await tx.db.update(demands).set({ match }).where(eq(demands.order, order));
	const who = { workerId: pin.sample, replacedWorkerId: pin.replaces };
	await publish(tx, replacementRequested, { orderId: order, ...who, match, reason: pin.reason });
}

async function wait(tx: TxCtx, search: Search, number: number, reason: WaitingReason): Promise<void> {
	const { order } = search.demand;
	const told = { state: "waiting" as const, waitingReason: reason, waits: number };
	await tx.db.update(demands).set(told).where(eq(demands.order, order));
	await publish(tx, matchWaiting, { orderId: order, match: search.match, number, reason });
}
