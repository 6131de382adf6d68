import { and, eq } from "drizzle-orm";
import { normalSamples } from "@/db/schema/matching";
import { matchRecords } from "@/db/schema/matching-pipelines";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { matchingRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import type { Link } from "../domain/chain";
import { type RecordedCandidate, recorded } from "../domain/explanation";
import { runFor } from "../domain/run-chain";
import type { SampleId } from "../domain/sample";
import { getChainOfVersion } from "./get-chain";
import { getTimeZone } from "./get-demand";
import { forEachSituation, type Situation } from "./list-situations";

export type Weighed = {
	links: readonly Link[];
	candidate: RecordedCandidate;
	/** Among how many; null where it is read off the record. */
	among: number | null;
	names: Map<SampleId, string>;
	timeZone: string;
};

type Asked = { order: OrderId; match: number; sample: SampleId };

/**
 * What a match made of one sample. Of a large pool only the best are on record; whoever else is computed again by the version that
 * ran, from the inputs as they were known then.
 */
export async function getWeighed(ctx: Ctx, { order, match, sample }: Asked): Promise<Weighed> {
	demandManager(ctx.actor);
	const [record] = await ctx.db
		.select()
		.from(matchRecords)
		.where(and(eq(matchRecords.order, order), eq(matchRecords.match, match)));
	const [called] = await ctx.db
		.select({ name: normalSamples.name })
		.from(normalSamples)
		.where(eq(normalSamples.id, sample));
	if (!record || !called) throw commonRefusals.because("not_found");
	const links = (await getChainOfVersion(ctx, record.pipelineVersion))?.links ?? [];
	const kept = record.candidates.find((candidate) => candidate.sample === sample);
	const again = kept ? null : await weighAgain(ctx, { order, match, sample }, links);
	const candidate = kept ?? again?.candidate;
	if (!candidate) throw matchingRefusals.because("not_weighed");
	const names = new Map([[sample, called.name]]);
	return { links, candidate, among: again?.among ?? null, names, timeZone: await getTimeZone(ctx) };
}

async function weighAgain(ctx: Ctx, { order, match, sample }: Asked, links: readonly Link[]) {
	const found: Situation[] = [];
	await forEachSituation(ctx, { order, match }, (situation) => found.push(situation));
	const input = found[0]?.input;
	const explained = input && runFor(links, input, sample);
	return explained ? { candidate: recorded(explained), among: input.samples.length } : null;
}
