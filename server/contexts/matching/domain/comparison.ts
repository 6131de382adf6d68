import type { SampleId, WeekOfResults } from "./sample";

export type Choice = {
	decided: SampleId;
	/** Null where the other version would have left nobody. */
	chosen: SampleId | null;
	/** What was known of each when the order was matched. */
	historyOfDecided: readonly WeekOfResults[];
	historyOfChosen: readonly WeekOfResults[];
};

type Side = {
	/** How unevenly the jobs would be spread: 0 all alike, towards 1 all to one. */
	gini: number;
	/** The mean share of jobs that come to a good end, by what was known of the chosen then. */
	expectedCompletion: number;
};

export type Comparison = {
	orders: number;
	/** The share of orders for which both chose the same. */
	agreement: number;
	/** For how many the other would have left nobody. */
	nobody: number;
	decided: Side;
	chosen: Side;
};

/** Holds the choices of two versions against each other, over all who could have been chosen. */
export function compareChoices(choices: readonly Choice[], pool: readonly SampleId[]): Comparison {
	const made = choices.filter(({ chosen }) => chosen !== null);
	return {
		orders: choices.length,
		agreement: mean(choices.map(({ decided, chosen }) => Number(decided === chosen))),
		nobody: choices.length - made.length,
		decided: {
			gini: giniOf(
				choices.map(({ decided }) => decided),
				pool,
			),
			expectedCompletion: mean(choices.map(({ historyOfDecided }) => expectedCompletion(historyOfDecided))),
		},
		chosen: {
			gini: giniOf(
				made.flatMap(({ chosen }) => chosen ?? []),
				pool,
			),
			expectedCompletion: mean(made.map(({ historyOfChosen }) => expectedCompletion(historyOfChosen))),
		},
	};
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is expected of who has no past, and for how many jobs that counts. */
const USUAL = { completion: 0.9, jobs: 5 };

function expectedCompletion(results: readonly WeekOfResults[]): number {
	const completed = results.reduce((sum, week) => sum + week.completed, 0);
	const all = results.reduce((sum, week) => sum + week.completed + week.failed, 0);
	return (completed + USUAL.jobs * USUAL.completion) / (all + USUAL.jobs);
}

/** The Gini coefficient of how many each of the pool got. */
export function giniOf(chosen: readonly SampleId[], pool: readonly SampleId[]): number {
	const counts = new Map(pool.map((sample) => [sample, 0]));
	for (const sample of chosen) counts.set(sample, (counts.get(sample) ?? 0) + 1);
	const sorted = [...counts.values()].sort((a, b) => a - b);
	const total = sorted.reduce((sum, count) => sum + count, 0);
	if (total === 0) return 0;
	const weighted = sorted.reduce((sum, count, index) => sum + (2 * (index + 1) - sorted.length - 1) * count, 0);
	return weighted / (sorted.length * total);
}
