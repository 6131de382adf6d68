/** A score: an integer from 0 to 10 000, hundredths of a point out of 100. Whole numbers add up exactly, so that ties are ties. */
export type Score = number;
export const HIGHEST: Score = 10_000;

/** What answers said of traits: points won of those that could be won. Wrong answers may cost points. */
export type TraitPoints = Record<string, { points: number; max: number }>;

/** Scores by trait. A trait that nothing has spoken for is not there. */
export type TraitScores = Record<string, Score>;

/**
 * Puts every trait on the common scale: all points won for it in all attempts, of all that could be won. A trait
 * asked about in two tests counts by its points, not by its tests. Below nothing is nothing.
 */
export function traitScores(results: readonly TraitPoints[]): TraitScores {
	const sums = new Map<string, { points: number; max: number }>();
	for (const result of results) {
		for (const [trait, { points, max }] of Object.entries(result)) {
			const sum = sums.get(trait) ?? { points: 0, max: 0 };
			sums.set(trait, { points: sum.points + points, max: sum.max + max });
		}
	}
	const measured = [...sums].filter(([, { max }]) => max > 0);
	return Object.fromEntries(
		measured.map(([trait, { points, max }]) => [trait, within(Math.round((HIGHEST * points) / max))]),
	);
}

const within = (score: number): Score => Math.min(HIGHEST, Math.max(0, score));
