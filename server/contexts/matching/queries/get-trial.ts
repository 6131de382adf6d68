import { eq } from "drizzle-orm";
import { demands, normalSamples } from "@/db/schema/matching";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandManager } from "../domain/access";
import { assembleChain, type ChainData, type ChainTrouble, type Link } from "../domain/chain";
import { explain, type RecordedCandidate } from "../domain/explanation";
import { type Said, saidOf } from "../domain/plain-words";
import { type Input, runChain } from "../domain/run-chain";
import { type SampleId, withoutOrder } from "../domain/sample";
import type { WaitingReason } from "../domain/step";
import { reasonForNobody } from "../domain/waiting";
import { steps as known } from "../steps";
import { getDemand } from "./get-demand";
import { getPool } from "./get-pool";
import { getPipeline } from "./list-pipelines";
import { forEachSituation } from "./list-situations";

export type Trial = {
	links: readonly Link[];
	chosen: SampleId | null;
	score: number | null;
	waitingReason: WaitingReason | null;
	funnel: { step: string; left: number }[];
	candidates: RecordedCandidate[];
	said: Said | null;
	names: Map<SampleId, string>;
	timeZone: string;
};

type Asked = { order: OrderId; chain: { version: number } | { steps: ChainData }; moment: "now" | "then" };

/**
 * Whom a chain would choose for an order, were it open: as things are now, or as they were known at its latest match. Nothing is
 * held, kept or told.
 */
export async function getTrial(
	ctx: Ctx,
	{ order, chain, moment }: Asked,
): Promise<Trial | { troubles: ChainTrouble[] }> {
	demandManager(ctx.actor);
	const [row] = await ctx.db.select().from(demands).where(eq(demands.order, order));
	if (!row?.startsAt) throw commonRefusals.because("not_found");
	const data = "steps" in chain ? chain.steps : (await getPipeline(ctx, chain.version)).steps;
	const { links, troubles } = assembleChain(data, known);
	if (troubles.length > 0) return { troubles };
	const input = moment === "now" ? await inputNow(ctx, row) : await inputThen(ctx, order);
	const run = runChain(links, input);
	const [best = null] = run.ranked;
	const names = await ctx.db.select({ id: normalSamples.id, name: normalSamples.name }).from(normalSamples);
	return {
		links,
		chosen: best?.sample.id ?? null,
		score: best?.values.total ?? null,
		waitingReason: best ? null : reasonForNobody(links, input),
		funnel: run.funnel,
		candidates: explain(run),
		said: best && saidOf(links, input, run, best),
		timeZone: (await policyInForce(ctx, "money")).timeZone,
		names: new Map(names.map(({ id, name }) => [id, name])),
	};
}

async function inputNow(ctx: Ctx, row: typeof demands.$inferSelect): Promise<Input> {
	const { demand } = await getDemand(ctx, row);
	const samples = (await getPool()).samples.map((sample) => withoutOrder(sample, row.order));
	return { demand, samples, seed: `${row.order}/${Math.max(row.match, 1)}` };
}

async function inputThen(ctx: Ctx, order: OrderId): Promise<Input> {
	const found: Input[] = [];
	await forEachSituation(ctx, { order }, ({ input }) => found.push(input));
	if (!found[0]) throw commonRefusals.because("not_found");
	return found[0];
}
