import { matchRecords } from "@/db/schema/matching-pipelines";
import type { ActorRef } from "@/server/kernel/actor";
import type { TxCtx } from "@/server/platform/context";
import { explain } from "../domain/explanation";
import { saidOf } from "../domain/plain-words";
import type { Explained, Input, Run } from "../domain/run-chain";
import type { Demand, SampleId } from "../domain/sample";
import type { WaitingReason } from "../domain/step";
import type { Chain } from "../queries/get-chain";
import type { Pool } from "../queries/get-pool";

export type Search = {
	demand: Demand;
	match: number;
	chain: Chain;
	requirementVersion: number;
	input: Input;
	pool: Pool;
};

/** Whom somebody chose by hand, and why; and who has the order until execution has decided. */
export type Pin = { sample: SampleId; by: ActorRef; reason: string; replaces: SampleId | null };

type Found = { chosen: Explained | null; reason: WaitingReason | null; pin: Pin | null };

/** One record per match; while the order waits for it, the record tells of the latest look. */
export async function recordMatch(tx: TxCtx, search: Search, run: Run, { chosen, reason, pin }: Found): Promise<void> {
	const { chain, demand, input, match, pool, requirementVersion } = search;
	const content = {
		pipelineVersion: chain.version,
		requirementVersion,
		seed: input.seed,
		outcome: chosen ? ("matched" as const) : ("waiting" as const),
		waitingReason: reason,
		chosen: chosen?.sample.id ?? null,
		score: chosen && (chosen.values.total ?? 0),
		funnel: run.funnel,
		candidates: explain(run),
		said: chosen && !pin ? saidOf(chain.links, input, run, chosen) : null,
		pinned: pin && { by: pin.by, reason: pin.reason },
		excluded: [...demand.excluded],
		moment: pool.moment,
		at: tx.clock.now(),
	};
	await tx.db
		.insert(matchRecords)
		.values({ order: demand.order, match, ...content })
		.onConflictDoUpdate({ target: [matchRecords.order, matchRecords.match], set: content });
}
