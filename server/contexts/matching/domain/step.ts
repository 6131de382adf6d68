import type { z } from "zod";
import type { Demand, NormalSample } from "./sample";

/** What an order waits for when nobody is left, from the worst to the mildest. */
export const waitingReasons = ["nobody-in-pool", "nobody-suits", "everybody-booked"] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** The same in both languages of the house. A step brings its words along, so that it is whole in its one file. */
export type Words = { en: string; ru: string };

/** What a sentence may use. Instants are written as ISO 8601 and shown by the wall's clock. */
export type Facts = Record<string, string | number>;

/** Why a candidate is out, in a word, and the facts that a sentence about it may use. */
export type Elimination = { why: string; facts?: Facts };

/** Values of one step, in the order of the candidates that are still in. */
export type Column = ArrayLike<number>;

/** A score before the present step: how much the chain makes it count, and under which name its values stand. */
export type ScoreSoFar = { step: string; weight: number; column: string };

/** What a step is given besides the candidates that are still in. */
export type Given<Params = Record<string, unknown>> = {
	demand: Demand;
	params: Params;
	/** In the order of the chain. */
	scores: readonly ScoreSoFar[];
	/** Decides what is left to chance, the same way each time. */
	seed: string;
	/** So many of the best have to be ranked; of the others nobody will ask. */
	best: number;
	/** What an earlier step gave, for the candidates that are still in. The chain's assembly has made sure that it is there. */
	valuesOf(name: string): Column;
};

type Common<Params extends z.ZodObject> = {
	/** kebab-case, for ever: chains and records name it. */
	id: string;
	/** A step whose answers change gets the next version; chains name the one they mean. */
	version: number;
	/** Its form is made of this; `label` in the meta of a field is what the form calls it. */
	params: Params;
	/** What managers call it. */
	name: Words;
	/** What it does, for a manager who thinks of using it. */
	about: Words;
	/** Values that an earlier step must have given: a name, `score` (any), `total`. */
	needs?: readonly string[];
	/** Says of parameters that fit the schema what is wrong with them all the same. */
	objection?(params: z.output<Params>): Words | null;
	/** Names of earlier values that these parameters use. */
	uses?(params: z.output<Params>): readonly string[];
	/** What an expression in its parameters may use. */
	vocabulary?: readonly { name: string; about: Words }[];
};

/** Lets a candidate through (null) or says why not, by a key of `reasons`. It sees one at a time: their order can't matter. */
export type Filter<Params extends z.ZodObject = z.ZodObject> = Common<Params> & {
	kind: "filter";
	/** What an order waits for when this filter lets nobody through. */
	waitingReason: WaitingReason;
	/** What is said of whom it refuses, as what follows a name: "is booked until {until}". */
	reasons: Record<string, Words>;
	refuses(sample: NormalSample, given: Given<z.output<Params>>, place: number): string | null;
	/** What the words of the reason need; asked only of who was refused and is kept on record. */
	facts?(sample: NormalSample, given: Given<z.output<Params>>): Facts;
	/** What is good about who passed, for the sentence about the chosen one: "free". */
	praise?: Words;
};

/** Gives a value per candidate, in the order of the candidates. It may compare them, but not look at their order. */
type Valued<Params extends z.ZodObject> = Common<Params> & {
	values(samples: readonly NormalSample[], given: Given<z.output<Params>>): Column;
	/** What its value of the chosen one comes to in words, if that is worth saying: "97 % of 36 jobs done". */
	tells?(sample: NormalSample, given: Given<z.output<Params>>, value: number, isBest: boolean): Words | null;
};

/** Computes what later steps use. */
export type MapStep<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & { kind: "map" };

/** Rates each candidate from 0 to 1. */
export type Score<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & { kind: "score" };

/** Brings each score before it to another scale, from 0 to 1, for the steps that come after it. */
export type Rescale<Params extends z.ZodObject = z.ZodObject> = Common<Params> & {
	kind: "rescale";
	rescale(values: Column, given: Given<z.output<Params>>): Column;
};

/** Draws together what came before: scores into a total; totals into ranks, 1 the best, no two alike, 0 for who needs none. */
export type Reduce<Params extends z.ZodObject = z.ZodObject> = Valued<Params> & {
	kind: "reduce";
	gives: "total" | "rank";
};

export type Step = Filter | MapStep | Score | Rescale | Reduce;

export const defineFilter = <Params extends z.ZodObject>(step: Omit<Filter<Params>, "kind">): Filter<Params> => ({
	kind: "filter",
	...step,
});

export const defineMap = <Params extends z.ZodObject>(step: Omit<MapStep<Params>, "kind">): MapStep<Params> => ({
	kind: "map",
	...step,
});

export const defineScore = <Params extends z.ZodObject>(step: Omit<Score<Params>, "kind">): Score<Params> => ({
	kind: "score",
	...step,
});

export const defineRescale = <Params extends z.ZodObject>(step: Omit<Rescale<Params>, "kind">): Rescale<Params> => ({
	kind: "rescale",
	...step,
});

export const defineReduce = <Params extends z.ZodObject>(step: Omit<Reduce<Params>, "kind">): Reduce<Params> => ({
	kind: "reduce",
	...step,
});

/** Whether something that a file exports is a step: kinds have steps, and only steps have kinds and forms. */
export const isStep = (exported: unknown): exported is Step =>
	typeof exported === "object" && exported !== null && "kind" in exported && "params" in exported;
