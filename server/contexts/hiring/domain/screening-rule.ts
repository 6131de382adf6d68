import { z } from "zod";
import { HIGHEST, type Score, type TraitScores } from "./score";

const trait = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const points = z.int().min(0).max(100);
const percent = z.int().min(0).max(100);

const eachOnce = (entries: readonly { trait: string }[]): boolean =>
	new Set(entries.map((entry) => entry.trait)).size === entries.length;

/** A screening rule as data: everything that decides what is proposed for a candidate. Points go from 0 to 100. */
export const screeningRule = z
	.object({
		/** What counts, and how much against the rest. None: whatever was measured counts alike. */
		weights: z
			.array(z.object({ trait, weight: z.int().min(1).max(10) }))
			.max(30)
			.refine(eachOnce, "trait_twice"),
		/** Who has less in one of these is not taken, however good otherwise. */
		mustHaves: z
			.array(z.object({ trait, atLeast: points.min(1) }))
			.max(30)
			.refine(eachOnce, "trait_twice"),
		/** Whose total is below this is not taken, however bad the rest of the cohort. */
		floor: points,
		/** The best so many per cent of the cohort are taken. */
		acceptTop: percent.min(1),
		/** From there down to the best so many per cent a person looks; who is below is not taken. */
		lookTop: percent.min(1),
		cohort: z.object({
			/** Who was tested for the same vacancy in so many days before. */
			days: z.int().min(1).max(730),
			/** In a smaller one a place says too little: a person looks. */
			atLeast: z.int().min(1).max(10_000),
		}),
		/** Of those who are only below the line so many per cent are let in on trial, by lot, to see whether the tests are right. */
		trial: percent,
		/** From so many points on a trait is a strength; below so many it is a weakness. */
		strengthFrom: points,
		weaknessBelow: points,
	})
	.refine(({ acceptTop, lookTop }) => lookTop >= acceptTop, { path: ["lookTop"], message: "below_accept" })
	.refine(({ strengthFrom, weaknessBelow }) => weaknessBelow <= strengthFrom, {
		path: ["weaknessBelow"],
		message: "above_strength",
	});
export type ScreeningRule = z.infer<typeof screeningRule>;

/** What a vacancy is screened by until somebody says otherwise: version 0, the best 3 % by whatever was measured. */
export const standardRule: ScreeningRule = {
	weights: [],
	mustHaves: [],
	floor: 0,
	acceptTop: 3,
	lookTop: 10,
	cohort: { days: 90, atLeast: 30 },
	trial: 0,
	strengthFrom: 70,
	weaknessBelow: 35,
};

/** The total under a rule: the weighted mean of the traits. One that counts and was not measured counts as nothing. */
export function totalOf(scores: TraitScores, { weights }: Pick<ScreeningRule, "weights">): Score {
	const counted =
		weights.length > 0
			? weights.map(({ trait: key, weight }) => ({ score: scores[key] ?? 0, weight }))
			: Object.values(scores).map((score) => ({ score, weight: 1 }));
	const weight = counted.reduce((sum, entry) => sum + entry.weight, 0);
	if (weight === 0) return 0;
	return Math.floor(counted.reduce((sum, entry) => sum + entry.score * entry.weight, 0) / weight + 0.5);
}

/** How strong or weak from 1 to 5 by the rule's lines, for the profile of who is accepted. What lies between is neither. */
export function levelsOf(scores: TraitScores, { strengthFrom, weaknessBelow }: ScreeningRule) {
	const from = strengthFrom * 100;
	const below = weaknessBelow * 100;
	const strengths = Object.entries(scores).filter(([, score]) => score >= from);
	const weaknesses = Object.entries(scores).filter(([, score]) => score < below && score < from);
	return {
		strengths: strengths.map(([key, score]) => ({ trait: key, level: fifth(score - from, HIGHEST - from) })),
		weaknesses: weaknesses.map(([key, score]) => ({ trait: key, level: fifth(below - score, below) })),
	};
}

const fifth = (part: number, whole: number): number =>
	whole === 0 ? 5 : Math.min(5, 1 + Math.floor((5 * part) / whole));
