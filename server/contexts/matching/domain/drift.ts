export const replicas = ["samples", "availabilities", "past-results", "past-ratings", "calendars"] as const;
export type Replica = (typeof replicas)[number];

/** Where a copy is another than what its owner has on record. Null is what is not there. */
export type Drift<State> = { key: string; owner: State | null; kept: State | null };

/** Two records of the same things held side by side, whatever order their fields come in. */
export function driftBetween<State>(owner: Map<string, State>, kept: Map<string, State>): Drift<State>[] {
	const keys = [...new Set([...owner.keys(), ...kept.keys()])].sort();
	return keys
		.map((key) => ({ key, owner: owner.get(key) ?? null, kept: kept.get(key) ?? null }))
		.filter((drift) => canonical(drift.owner) !== canonical(drift.kept));
}

const canonical = (state: unknown): string =>
	JSON.stringify(state, (_key, part) => (isObject(part) ? sorted(part) : part));

const isObject = (part: unknown): part is Record<string, unknown> =>
	typeof part === "object" && part !== null && !Array.isArray(part);

const sorted = (part: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
