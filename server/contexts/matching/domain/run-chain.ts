import type { Link } from "./chain";
import type { Demand, NormalSample } from "./sample";
import type { Column, Elimination, Filter, Given, ScoreSoFar, Step } from "./step";

/** What became of one sample: every step's value, the step that eliminated it and why, or its rank. */
export type Explained = {
	readonly sample: NormalSample;
	readonly values: Record<string, number>;
	out: ({ step: string } & Elimination) | null;
};

export type Run = {
	/** Who is left, the best first; of more than `ALL_KEPT` candidates only the `BEST_KEPT` best. */
	ranked: Explained[];
	/** Everybody, in the order they were given; of more than `ALL_KEPT` only those in `ranked`. */
	all: Explained[];
	/** How many each step left. */
	funnel: { step: string; left: number }[];
	/** What each score came to, for the words about the chosen one. */
	givenTo: Map<string, Given>;
};

export type Input = { demand: Demand; samples: readonly NormalSample[]; seed: string };

/** Of up to this many candidates everything is kept. */
const ALL_KEPT = 1000;
/** Of more, only so many of the best: the funnel counts the others, and any can be computed again. */
const BEST_KEPT = 100;

type Progress = {
	input: Input;
	staying: readonly NormalSample[];
	columns: Map<string, Column>;
	scores: ScoreSoFar[];
	/** Of whom the steps refused. */
	refused: Map<NormalSample, Explained>;
	/** Whether it is kept why they refused a sample. */
	isKept: (sample: NormalSample) => boolean;
};

type Extent = { best: number; isKept: Progress["isKept"] };

/**
 * Runs a chain over samples: pure, and so the same for the same input and seed, in whatever order samples come. Values
 * stand in columns, one per step, so that a hundred thousand candidates need no object each. A step that breaks its promise
 * (a score outside 0 to 1, a missing value) throws, naming the step.
 */
export function runChain(links: readonly Link[], input: Input): Run {
	const { samples } = input;
	const few = samples.length <= ALL_KEPT;
	const { progress, funnel, givenTo } = walk(links, input, { best: few ? ALL_KEPT : BEST_KEPT, isKept: () => few });
	const ranked = ranking(progress);
	const place = new Map(ranked.map((explained) => [explained.sample, explained]));
	const all = few ? samples.flatMap((sample) => progress.refused.get(sample) ?? place.get(sample) ?? []) : ranked;
	return { ranked, all, funnel, givenTo };
}

/** What becomes of one sample among all, however many they are; null when it is not among them. */
export function runFor(links: readonly Link[], input: Input, id: NormalSample["id"]): Explained | null {
	const extent = { best: input.samples.length, isKept: (sample: NormalSample) => sample.id === id };
	const { progress } = walk(links, input, extent);
	const [refused] = progress.refused.values();
	return refused ?? ranking(progress).find(({ sample }) => sample.id === id) ?? null;
}

function walk(links: readonly Link[], input: Input, { best, isKept }: Extent) {
	const refused = new Map<NormalSample, Explained>();
	const progress: Progress = { input, staying: input.samples, columns: new Map(), scores: [], refused, isKept };
	const funnel: Run["funnel"] = [];
	const givenTo: Run["givenTo"] = new Map();
	for (const link of links) {
		const given = givenFor(link, progress, best);
		givenTo.set(link.name, given);
		if (link.step.kind === "filter") sift(link.name, link.step, progress, given);
		else compute(link, link.step, progress, given);
		funnel.push({ step: link.name, left: progress.staying.length });
	}
	return { progress, funnel, givenTo };
}

function givenFor({ params }: Link, { input, columns, scores }: Progress, best: number): Given {
	const { demand, seed } = input;
	const here = new Map(columns);
	const valuesOf = (name: string): Column => {
		const column = here.get(name);
		if (!column) throw new Error(`no step before has given "${name}"`);
		return column;
	};
	return { demand, params, scores: [...scores], seed, best, valuesOf };
}

function sift(name: string, step: Filter, progress: Progress, given: Given): void {
	const { staying, columns, refused, isKept } = progress;
	const left: NormalSample[] = [];
	const places = new Int32Array(staying.length);
	for (let place = 0; place < staying.length; place++) {
		const sample = staying[place] as NormalSample;
		const why = step.refuses(sample, given, place);
		if (why === null) {
			places[left.length] = place;
			left.push(sample);
		} else if (isKept(sample)) {
			const out = { step: name, ...told(step, why, sample, given) };
			refused.set(sample, { sample, values: valuesAt(columns, place), out });
		}
	}
	if (left.length === staying.length) return;
	progress.staying = left;
	for (const [column, values] of columns) columns.set(column, picked(values, places, left.length));
}

function picked(values: Column, places: Int32Array, count: number): Float64Array {
	const kept = new Float64Array(count);
	for (let index = 0; index < count; index++) kept[index] = values[places[index] ?? 0] ?? 0;
	return kept;
}

function told(step: Filter, why: string, sample: NormalSample, given: Given): Elimination {
	const facts = step.facts?.(sample, given);
	return facts ? { why, facts } : { why };
}

function compute(link: Link, step: Exclude<Step, Filter>, progress: Progress, given: Given): void {
	const { staying, columns, scores } = progress;
	if (step.kind === "rescale") {
		for (const score of scores) {
			score.column = `${score.step}~`;
			columns.set(score.column, sound(link, step.rescale(given.valuesOf(score.step), given), staying.length, true));
		}
		return;
	}
	columns.set(link.name, sound(link, step.values(staying, given), staying.length, step.kind === "score"));
	if (step.kind === "score") scores.push({ step: link.name, weight: link.weight, column: link.name });
}

/** What is larger has no six decimals behind the point. */
const HAS_NO_DECIMALS = 2 ** 33;

/** Six decimals: what differs less is equal, so that no machine's arithmetic breaks a tie, nor leaves the bounds by a hair. */
function sound({ name }: Link, values: Column, count: number, isShare: boolean): Float64Array {
	const kept = new Float64Array(count);
	for (let place = 0; place < count; place++) {
		const value = values[place] ?? Number.NaN;
		// Added to zero, so that what is rounded from below is no negative zero.
		const rounded = Math.abs(value) < HAS_NO_DECIMALS ? Math.round(value * 1e6) / 1e6 + 0 : value;
		const isSound = Number.isFinite(rounded) && (!isShare || (rounded >= 0 && rounded <= 1));
		if (!isSound) throw new Error(`step ${name} gave ${value} to a candidate`);
		kept[place] = rounded;
	}
	return kept;
}

function valuesAt(columns: ReadonlyMap<string, Column>, place: number): Record<string, number> {
	const values: Record<string, number> = {};
	for (const [name, column] of columns) values[name] = column[place] ?? 0;
	return values;
}

function ranking({ staying, columns }: Progress): Explained[] {
	const ranks = columns.get("rank");
	const ranked: Explained[] = [];
	for (let place = 0; ranks && place < staying.length; place++) {
		const rank = ranks[place] ?? 0;
		const sample = staying[place];
		if (rank > 0 && sample) ranked[rank - 1] = { sample, values: valuesAt(columns, place), out: null };
	}
	return ranked;
}

/** Whether a sample passes all filters that look at nothing but the sample and the demand. */
export const isLetThrough = (links: readonly Link[], { demand, seed }: Input, sample: NormalSample): boolean =>
	links.every(({ step, params }) => {
		if (step.kind !== "filter" || (step.uses?.(params) ?? []).length > 0) return true;
		return step.refuses(sample, { demand, params, scores: [], seed, best: 1, valuesOf: () => [] }, 0) === null;
	});
