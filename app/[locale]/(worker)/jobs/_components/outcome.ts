export const outcomes = ["completed", "failed", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

/** The address may say anything. */
export const outcomeOf = (asked: unknown): Outcome | null => outcomes.find((outcome) => outcome === asked) ?? null;
