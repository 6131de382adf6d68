import type { z } from "zod";
import type { Demand, NormalSample } from "./sample";

/** What an order waits for when nobody is left, from the worst to the mildest. */
export const waitingReasons = ["nobody-in-pool", "nobody-suits", "everybody-booked"] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** Why a candidate is out, in a word, and the facts that a sentence about it may use. */
export type Elimination = { why: string; facts?: Record<string, string | number> };

/** A sample on its way through the chain. */
export type Candidate = {
	readonly sample: NormalSample;
	/** What earlier steps gave: maps and scores under their ids, reducers as `total` and `rank`. */
	readonly values: Readonly<Record<string, number>>;
};

/** What a step is given besides the candidates that are still in. */
export type Given<Params = Record<string, unknown>> = {
	demand: Demand;
	params: Params;
	/** The scores before this step, by their ids, with the weights that the chain gives them. */
	scores: readonly { step: string; weight: number }[];
	/** Decides what is left to chance, the same way each time. */
	seed: string;
};

type Common<Params extends z.ZodObject> = {
	/** kebab-case, for ever: chains and records name it. */
	id: string;
	/** A step whose answers change gets the next version; chains name the one they mean. */
	version: number;
	/** Its form is made of this. */
	params: Params;
	/** Values that an earlier step must have given: an id, `score` (any), `total`. */
	needs?: readonly string[];
};

/** Lets a candidate through (null) or says why not. It sees one candidate at a time, so the order of samples can't matter. */
export type Filter<Params extends z.ZodObject = z.ZodObject> = Common<Params> & {
	kind: "filter";
	/** What an order waits for when this filter lets nobody through. */
	waitingReason: WaitingReason;
	refuses(candidate: Candidate, given: Given<z.output<Params>>): Elimination | null;
};

/** Gives a value per candidate, in the order of the candidates. It may compare them, but not look at their order. */
type Valued<Params extends z.ZodObject> = Common<Params> & {
	values(candidates: readonly Candidate[], given: Given<z.output<Params>>): readonly number[];
};

/** Computes what later steps use. */
export type MapStep<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & { kind: "map" };

/** Rates each candidate from 0 to 1. */
export type Score<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & { kind: "score" };

/** Draws together what came before: scores into a total, totals into ranks from 1, the best, on, no two alike. */
export type Reduce<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & {
	kind: "reduce";
	gives: "total" | "rank";
};

export type Step = Filter | MapStep | Score | Reduce;

export const defineFilter = <Params extends z.ZodObject>(step: Omit<Filter<Params>, "kind">): Filter<Params> => ({
	kind: "filter",
	...step,
});

export const defineScore = <Params extends z.ZodObject>(step: Omit<Score<Params>, "kind">): Score<Params> => ({
	kind: "score",
	...step,
});

export const defineReduce = <Params extends z.ZodObject>(step: Omit<Reduce<Params>, "kind">): Reduce<Params> => ({
	kind: "reduce",
	...step,
});

/** Under which name a step's values are found later. */
export const nameOfValues = (step: Exclude<Step, Filter>): string => (step.kind === "reduce" ? step.gives : step.id);

/** A value that an earlier step gave. The chain's assembly has made sure that it is there. */
export function valueNamed(candidate: Candidate, name: string): number {
	const value = candidate.values[name];
	if (value === undefined) throw new Error(`no step before has given "${name}"`);
	return value;
}
