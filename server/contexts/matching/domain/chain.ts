import { z } from "zod";
import { nameOfValues, type Step } from "./step";

/** A chain as data: which steps run, in which order, with which parameters and weights. */
export const chainData = z
	.array(
		z.object({
			step: z.string().max(60),
			version: z.int().positive(),
			params: z.record(z.string(), z.unknown()),
			/** How much a score counts; null for steps that are no scores. */
			weight: z.number().positive().max(100).nullable(),
		}),
	)
	.max(50);
export type ChainData = z.infer<typeof chainData>;

/** A step in its place in a chain, ready to run. */
export type Link = { step: Step; params: Record<string, unknown>; weight: number };

/** Why a chain can't run as it is: which place in it, and what is wrong there. */
export type ChainTrouble = {
	position: number;
	step: string;
	reason:
		| "unknown-step"
		| "unknown-version"
		| "twice"
		| "bad-params"
		| "weight-missing"
		| "weight-on-no-score"
		| "needs-earlier"
		| "score-after-total"
		| "after-the-end"
		| "no-rank";
	/** The value that is missing, or the parameter that is wrong. */
	about?: string;
};

export type Assembled = { links: Link[]; troubles: ChainTrouble[] };

/** Puts steps and parameters together, and says everything that is wrong with the chain. It runs only without troubles. */
export function assembleChain(data: ChainData, known: readonly Step[]): Assembled {
	const links: Link[] = [];
	const troubles: ChainTrouble[] = [];
	const given = new Set<string>();
	const seen = new Set<string>();
	for (const [position, entry] of data.entries()) {
		const trouble = (reason: ChainTrouble["reason"], about?: string) =>
			troubles.push({ position, step: entry.step, reason, ...(about !== undefined && { about }) });
		const versions = known.filter(({ id }) => id === entry.step);
		const step = versions.find(({ version }) => version === entry.version);
		if (!step) {
			trouble(versions.length > 0 ? "unknown-version" : "unknown-step");
			continue;
		}
		if (seen.has(step.id)) trouble("twice");
		seen.add(step.id);
		if (step.kind === "score" && entry.weight === null) trouble("weight-missing");
		if (step.kind !== "score" && entry.weight !== null) trouble("weight-on-no-score");
		if (given.has("rank")) trouble("after-the-end");
		else if (step.kind === "score" && given.has("total")) trouble("score-after-total");
		for (const need of step.needs ?? []) if (!given.has(need)) trouble("needs-earlier", need);
		const params = step.params.safeParse(entry.params);
		if (params.success) links.push({ step, params: params.data, weight: entry.weight ?? 0 });
		else trouble("bad-params", params.error.issues[0]?.path.join("."));
		if (step.kind !== "filter") given.add(nameOfValues(step));
		if (step.kind === "score") given.add("score");
	}
	if (!given.has("rank")) troubles.push({ position: data.length, step: "", reason: "no-rank" });
	return { links, troubles };
}
