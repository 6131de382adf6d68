type Levels = readonly { trait: string; level: number }[];
export type TraitLevels = { strengths: Levels; weaknesses: Levels };

/** By trait: 1 to 5 a strength, -1 to -5 a weakness. */
export const levelsOf = ({ strengths, weaknesses }: TraitLevels): Record<string, number> =>
	Object.fromEntries([
		...strengths.map(({ trait, level }) => [trait, level]),
		...weaknesses.map(({ trait, level }) => [trait, -level]),
	]);
