import type { BenchResult } from "./engine";

/** One result as one line that a program reads. */
export const jsonLine = ({ name, value, unit, bar, holds, note }: BenchResult): string =>
	JSON.stringify({ name, value, unit, bar, holds, note });

/** One result as a person reads it. */
export function paragraph({ name, value, unit, bar, holds, note }: BenchResult): string {
	const figure = `${value} ${unit}`;
	return `${holds ? "holds  " : "MISSED "} ${name.padEnd(18)} ${figure.padStart(14)}   ${bar}\n${" ".repeat(27)}${note}`;
}

/** The middle value; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const low = sorted[Math.floor((sorted.length - 1) / 2)];
	const high = sorted[Math.floor(sorted.length / 2)];
	if (low === undefined || high === undefined) throw new Error("there is no median of nothing");
	return (low + high) / 2;
}

/** What one round of both gave, one right after the other: requests a second. */
export type Round = { ours: number; bare: number };

type Share = { name: string; bar: string; atLeast: number; rounds: readonly Round[]; note: string };

/** The application's speed in percent of the bare one's, by the median of the rounds, so that a disturbed round does not count. */
export function shareOf({ name, bar, atLeast, rounds, note }: Share): BenchResult {
	const value = Math.round(median(rounds.map(({ ours, bare }) => (100 * ours) / bare)));
	const speed = (of: keyof Round) => Math.round(median(rounds.map((round) => round[of])));
	return {
		name,
		value,
		unit: "%",
		bar,
		holds: value >= atLeast,
		note: `${speed("ours")} requests/s against ${speed("bare")}, medians of ${rounds.length} alternating rounds; ${note}`,
	};
}
