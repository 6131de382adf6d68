import { z } from "zod";
import type { Step, Words } from "./step";

/** Names that reducers give, and by which needs are told. */
const RESERVED = ["score", "total", "rank"];

/** A chain as data: which steps run, in which order, with which parameters and weights. */
export const chainData = z
	.array(
		z.object({
			step: z.string().max(60),
			version: z.int().positive(),
			params: z.record(z.string().max(60), z.unknown()),
			/** How much a score counts; null for steps that are no scores. */
			weight: z.number().positive().max(100).nullable(),
			/** Switched off it stays in its place and does nothing. */
			on: z.boolean().default(true),
			/** Under which name its values stand; its own id unless it is there more than once. */
			as: z
				.string()
				.regex(/^[a-z][a-z0-9-]{0,39}$/)
				.nullable()
				.default(null),
		}),
	)
	.max(50);
export type ChainData = z.infer<typeof chainData>;
export type ChainEntry = ChainData[number];

/** A step in its place in a chain, ready to run. */
export type Link = { name: string; step: Step; params: Record<string, unknown>; weight: number };

/** Why a chain can't run as it is: which place in it, and what is wrong there. */
export type ChainTrouble = {
	position: number;
	step: string;
	reason:
		| "unknown-step"
		| "unknown-version"
		| "twice"
		| "reserved-name"
		| "bad-params"
		| "weight-missing"
		| "weight-on-no-score"
		| "needs-earlier"
		| "score-after-total"
		| "after-the-end"
		| "no-rank";
	/** The value that is missing, or the parameter that is wrong. */
	about?: string;
	/** Where the step itself says what is wrong. */
	words?: Words;
};

export type Assembled = { links: Link[]; troubles: ChainTrouble[] };

/** Puts steps and parameters together, and says everything that is wrong with the chain. It runs only without troubles. */
export function assembleChain(data: ChainData, known: readonly Step[]): Assembled {
	const links: Link[] = [];
	const troubles: ChainTrouble[] = [];
	const given = new Set<string>();
	const names = new Set<string>();
	for (const [position, entry] of data.entries()) {
		const trouble = (reason: ChainTrouble["reason"], more: { about?: string; words?: Words } = {}) =>
			troubles.push({ position, step: entry.step, reason, ...more });
		const step = known.find(({ id, version }) => id === entry.step && version === entry.version);
		if (!step) {
			trouble(known.some(({ id }) => id === entry.step) ? "unknown-version" : "unknown-step");
			continue;
		}
		const name = step.kind === "reduce" ? step.gives : (entry.as ?? step.id);
		if (names.has(name)) trouble("twice");
		names.add(name);
		if (step.kind !== "reduce" && RESERVED.includes(name)) trouble("reserved-name", { about: name });
		if (step.kind === "score" && entry.weight === null) trouble("weight-missing");
		if (step.kind !== "score" && entry.weight !== null) trouble("weight-on-no-score");
		const params = step.params.safeParse(entry.params);
		if (!params.success) trouble("bad-params", { about: params.error.issues[0]?.path.join(".") ?? "" });
		const words = params.success ? step.objection?.(params.data) : null;
		if (words) trouble("bad-params", { words });
		if (!entry.on) continue;
		if (given.has("rank")) trouble("after-the-end");
		else if (step.kind === "score" && given.has("total")) trouble("score-after-total");
		const needs = [...(step.needs ?? []), ...((params.success && step.uses?.(params.data)) || [])];
		for (const need of needs) if (!given.has(need)) trouble("needs-earlier", { about: need });
		if (params.success) links.push({ name, step, params: params.data, weight: entry.weight ?? 0 });
		if (step.kind === "map" || step.kind === "score" || step.kind === "reduce") given.add(name);
		if (step.kind === "score") given.add("score");
	}
	if (!given.has("rank")) troubles.push({ position: data.length, step: "", reason: "no-rank" });
	return { links, troubles };
}
