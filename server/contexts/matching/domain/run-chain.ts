import type { Link } from "./chain";
import type { Demand, NormalSample } from "./sample";
import { type Elimination, type Filter, type Given, nameOfValues, type Step, valueNamed } from "./step";

/** What became of one sample: every step's value, the step that eliminated it and why, or its rank. */
export type Explained = {
	readonly sample: NormalSample;
	readonly values: Record<string, number>;
	out: ({ step: string } & Elimination) | null;
};

export type Run = {
	/** Who is left, the best first. */
	ranked: Explained[];
	/** Everybody, in the order they were given. */
	all: Explained[];
	/** How many each step left. */
	funnel: { step: string; left: number }[];
};

export type Input = { demand: Demand; samples: readonly NormalSample[]; seed: string };

/**
 * Runs a chain over samples: pure, and so the same for the same input and seed, in whatever order samples come.
 * A step that breaks its promise (a score outside 0 to 1, a missing value) throws, naming the step.
 */
export function runChain(links: readonly Link[], { demand, samples, seed }: Input): Run {
	const all: Explained[] = samples.map((sample) => ({ sample, values: {}, out: null }));
	const funnel: Run["funnel"] = [];
	const scores: { step: string; weight: number }[] = [];
	let staying = all;
	for (const { step, params, weight } of links) {
		const given: Given = { demand, params, scores, seed };
		if (step.kind === "filter") staying = sift(step, staying, given);
		else assign(step, staying, given);
		if (step.kind === "score") scores.push({ step: step.id, weight });
		funnel.push({ step: step.id, left: staying.length });
	}
	return { ranked: [...staying].sort((a, b) => valueNamed(a, "rank") - valueNamed(b, "rank")), all, funnel };
}

function sift(step: Filter, candidates: Explained[], given: Given): Explained[] {
	return candidates.filter((candidate) => {
		const elimination = step.refuses(candidate, given);
		if (elimination) candidate.out = { step: step.id, ...elimination };
		return elimination === null;
	});
}

function assign(step: Exclude<Step, Filter>, candidates: Explained[], given: Given): void {
	const name = nameOfValues(step);
	const values = step.values(candidates, given);
	candidates.forEach((candidate, index) => {
		const value = values[index];
		const sound =
			value !== undefined && Number.isFinite(value) && (step.kind !== "score" || (value >= 0 && value <= 1));
		if (!sound) throw new Error(`step ${step.id} gave ${value} to a candidate`);
		candidate.values[name] = rounded(value);
	});
}

/** Six decimals: what differs less is equal, so that no machine's arithmetic breaks a tie. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
