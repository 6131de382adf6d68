import type { TraitScores } from "./score";
import { type ScreeningRule, totalOf } from "./screening-rule";
import { isAmongBest, type Standing } from "./standing";

export const proposals = ["accept", "look", "reject"] as const;
export type Proposal = (typeof proposals)[number];

/** Why something is proposed. Scores in hundredths, as everywhere. */
export type Reason =
	| { code: "must-have-missed"; trait: string; score: number; atLeast: number }
	| { code: "not-measured"; trait: string }
	| { code: "nothing-measured" }
	| { code: "below-floor"; score: number; atLeast: number }
	| { code: "small-cohort"; size: number; atLeast: number }
	| { code: "among-best"; percent: number }
	| { code: "near-line"; percent: number }
	| { code: "below-line"; percent: number }
	| { code: "on-trial"; percent: number };

export type Screened = { proposal: Proposal; reasons: Reason[]; trial: boolean };

/**
 * What a rule proposes, and every reason. A missed must-have and a total below the floor reject; what was not measured, or a
 * cohort too small to say anything, is for a person to look at; else the place in the cohort decides. The lot (0 to 1, the
 * same for the same candidate) lets a share of those in on trial who are below the line and have missed nothing else.
 */
export function propose(rule: ScreeningRule, scores: TraitScores, standing: Standing, lot: () => number): Screened {
	const unknown = unmeasured(rule, scores);
	const refused = missedMustHaves(rule, scores);
	if (unknown.length === 0) refused.push(...belowFloor(rule, scores));
	if (refused.length > 0) return { proposal: "reject", reasons: refused, trial: false };
	const unclear = [...unknown, ...smallCohort(rule, standing)];
	if (unclear.length > 0) return { proposal: "look", reasons: unclear, trial: false };
	const { acceptTop, lookTop, trial } = rule;
	if (isAmongBest(standing, acceptTop)) return decided("accept", { code: "among-best", percent: acceptTop });
	if (isAmongBest(standing, lookTop)) return decided("look", { code: "near-line", percent: lookTop });
	const below: Reason = { code: "below-line", percent: lookTop };
	if (trial === 0 || lot() * 100 >= trial) return decided("reject", below);
	return { proposal: "accept", reasons: [below, { code: "on-trial", percent: trial }], trial: true };
}

const decided = (proposal: Proposal, reason: Reason): Screened => ({ proposal, reasons: [reason], trial: false });

const missedMustHaves = ({ mustHaves }: ScreeningRule, scores: TraitScores): Reason[] =>
	mustHaves.flatMap(({ trait, atLeast }) => {
		const score = scores[trait];
		if (score === undefined || score >= atLeast * 100) return [];
		return [{ code: "must-have-missed", trait, score, atLeast: atLeast * 100 }];
	});

function belowFloor(rule: ScreeningRule, scores: TraitScores): Reason[] {
	if (rule.floor === 0) return [];
	const score = totalOf(scores, rule);
	return score < rule.floor * 100 ? [{ code: "below-floor", score, atLeast: rule.floor * 100 }] : [];
}

function unmeasured({ weights, mustHaves }: ScreeningRule, scores: TraitScores): Reason[] {
	const reasons = new Map<string, Reason>();
	for (const { trait } of weights) if (!(trait in scores)) reasons.set(trait, { code: "not-measured", trait });
	for (const { trait } of mustHaves) if (!(trait in scores)) reasons.set(trait, { code: "not-measured", trait });
	if (Object.keys(scores).length === 0) return [{ code: "nothing-measured" }];
	return [...reasons.values()];
}

const smallCohort = ({ cohort: { atLeast } }: ScreeningRule, { size }: Standing): Reason[] =>
	size < atLeast ? [{ code: "small-cohort", size, atLeast }] : [];
