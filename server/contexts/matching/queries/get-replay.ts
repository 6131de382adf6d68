import { normalSamples } from "@/db/schema/matching";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { type Choice, type Comparison, compareChoices } from "../domain/comparison";
import { runChain } from "../domain/run-chain";
import type { SampleId } from "../domain/sample";
import { getChainOfVersion } from "./get-chain";
import { forEachSituation } from "./list-situations";

const MOST_ORDERS = 1000;
const SHOWN = 100;

export type Replayed = { order: OrderId; number: number | null; at: Date; decided: SampleId; chosen: SampleId | null };
export type Replay = Comparison & { version: number; differences: Replayed[]; names: Map<SampleId, string> };

/**
 * Whom a version would have chosen for the orders that were matched in a time, each from the inputs as they were known when it
 * was matched. What the choice would have changed for later orders is not played on: each is a question of its own.
 */
export async function getReplay(
	ctx: Ctx,
	{ version, from, to }: { version: number; from: Date; to: Date },
): Promise<Replay> {
	demandManager(ctx.actor);
	const chain = await getChainOfVersion(ctx, version);
	if (!chain) throw commonRefusals.because("not_found");
	const choices: (Choice & Replayed)[] = [];
	const pool = new Set<SampleId>();
	await forEachSituation(ctx, { from, to, limit: MOST_ORDERS }, ({ record, demandRow, input }) => {
		if (!record.chosen || record.pinned) return;
		const { ranked } = runChain(chain.links, input);
		const taken = new Set(
			record.candidates.filter(({ out }) => out?.step === "reservation").map(({ sample }) => sample),
		);
		const best = ranked.find(({ sample }) => !taken.has(sample.id));
		for (const { id, active } of input.samples) if (active) pool.add(id);
		choices.push({
			...{ order: record.order, number: demandRow.number, at: record.at },
			...{ decided: record.chosen, chosen: best?.sample.id ?? null },
			historyOfDecided: input.samples.find(({ id }) => id === record.chosen)?.results ?? [],
			historyOfChosen: best?.sample.results ?? [],
		});
	});
	const names = await ctx.db.select({ id: normalSamples.id, name: normalSamples.name }).from(normalSamples);
	return {
		version,
		...compareChoices(choices, [...pool]),
		differences: choices
			.filter(({ decided, chosen }) => decided !== chosen)
			.slice(-SHOWN)
			.reverse()
			.map(({ order, number, at, decided, chosen }) => ({ order, number, at, decided, chosen })),
		names: new Map(names.map(({ id, name }) => [id, name])),
	};
}
