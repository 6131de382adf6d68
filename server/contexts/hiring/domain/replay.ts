import { lotShare } from "@/server/kernel/lot";
import { MovingCohort } from "./moving-cohort";
import { type Proposal, propose, type Screened } from "./proposal.policies";
import type { TraitScores } from "./score";
import { type ScreeningRule, totalOf } from "./screening-rule";

/** A scorecard as it was drawn up. `counts` marks the one that was decided by: the latest before the decision. */
export type PastCard = {
	application: string;
	at: number;
	scores: TraitScores;
	proposal: Proposal;
	/** What was decided in the end, as far as was known. */
	decided: "accepted" | "rejected" | null;
	counts: boolean;
};

export type Replayed = { card: PastCard } & Screened;

/** The draw by which those below the line are let in on trial. */
export const TRIAL = "trial";

/**
 * What a rule would have proposed, had it been in force: each scorecard judged in the cohort as it was when the card was
 * drawn up. Cards come in the order in which they became known; what came later changes nothing that was said before.
 */
export function replay(rule: ScreeningRule, history: Iterable<PastCard>): Replayed[] {
	const cohort = new MovingCohort(rule.cohort.days);
	const replayed: Replayed[] = [];
	for (const card of history) {
		const { application, at, scores } = card;
		const standing = cohort.enter({ application, at, total: totalOf(scores, rule) });
		if (!card.counts) continue;
		replayed.push({ card, ...propose(rule, scores, standing, () => lotShare(TRIAL, application)) });
	}
	return replayed;
}
