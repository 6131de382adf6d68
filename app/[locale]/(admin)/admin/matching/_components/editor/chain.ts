import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Matching = ReturnType<typeof useTRPC>["matching"];
export type Pipeline = inferOutput<Matching["pipeline"]>;
export type Trouble = Pipeline["troubles"][number];
export type StepInfo = inferOutput<Matching["steps"]>[number];
export type ChainSteps = Pipeline["steps"];
type ChainEntry = ChainSteps[number];

/** A step in its place in the editor, with a key that stays when it moves. */
export type Entry = ChainEntry & { key: string };

export const withKeys = (steps: ChainSteps, makeKey: () => string): Entry[] =>
	steps.map((step) => ({ ...step, key: makeKey() }));

export const withoutKeys = (entries: readonly Entry[]): ChainSteps => entries.map(({ key: _, ...entry }) => entry);

export const infoOf = (known: readonly StepInfo[], { step, version }: Pick<Entry, "step" | "version">) =>
	known.find((info) => info.step === step && info.version === version);

/** Under which name its values stand: what a reducer gives is always called the same. */
export const valueNameOf = (entry: Pick<Entry, "step" | "as" | "version">, known: readonly StepInfo[]): string => {
	const info = infoOf(known, entry);
	return info?.kind === "reduce" ? (info.gives ?? entry.step) : (entry.as ?? entry.step);
};

const rankOf: Record<StepInfo["kind"], number> = { filter: 0, map: 1, score: 2, rescale: 3, reduce: 4 };

/** Adds a step where steps of its kind stand: behind the last of them, before what draws everything together. */
export function added(entries: readonly Entry[], info: StepInfo, known: readonly StepInfo[], key: string): Entry[] {
	const rank = (entry: Entry) => rankOf[infoOf(known, entry)?.kind ?? "score"];
	const last = entries.findLastIndex((entry) => rank(entry) <= rankOf[info.kind]);
	const place = info.kind === "reduce" ? entries.length : last + 1;
	const entry: Entry = {
		...{ key, step: info.step, version: info.version, params: info.defaults ?? defaultsOf(info), on: true },
		weight: info.kind === "score" ? 1 : null,
		as: freeName(entries, info.step),
	};
	return [...entries.slice(0, place), entry, ...entries.slice(place)];
}

/** What its parameters are as long as nothing else is said. */
export function defaultsOf({ params }: StepInfo): Record<string, unknown> {
	const begins = Object.entries(params.properties ?? {}).flatMap(([name, property]) =>
		typeof property === "object" && property.default !== undefined ? [[name, property.default] as const] : [],
	);
	return Object.fromEntries(begins);
}

/** A second step of one sort needs a name of its own. */
function freeName(entries: readonly Entry[], step: string): string | null {
	const taken = new Set(entries.map((entry) => entry.as ?? entry.step));
	if (!taken.has(step)) return null;
	for (let number = 2; ; number++) if (!taken.has(`${step}-${number}`)) return `${step}-${number}`;
}

export function moved(entries: readonly Entry[], from: number, to: number): Entry[] {
	const entry = entries[from];
	if (!entry || to < 0 || to >= entries.length) return [...entries];
	const others = entries.filter((_, place) => place !== from);
	return [...others.slice(0, to), entry, ...others.slice(to)];
}

export const changed = (entries: readonly Entry[], key: string, part: Partial<ChainEntry>): Entry[] =>
	entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry));

export const removed = (entries: readonly Entry[], key: string): Entry[] =>
	entries.filter((entry) => entry.key !== key);

/** Which part of the total a score makes, of those that are switched on. */
export function shareOf(entries: readonly Entry[], { weight, on }: Pick<Entry, "weight" | "on">): number | null {
	if (weight === null || !on) return null;
	const all = entries.reduce((sum, other) => sum + (other.on ? (other.weight ?? 0) : 0), 0);
	return all > 0 ? weight / all : null;
}

/** Keys in one order: the database keeps those of parameters in another one than forms do. */
const written = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
			: part,
	);

export const isSame = (some: readonly Entry[], steps: ChainSteps): boolean =>
	written(withoutKeys(some)) === written(steps);
