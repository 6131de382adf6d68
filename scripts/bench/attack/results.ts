import type { BenchResult } from "../engine";
import type { Flood } from "./flood";
import type { Phase } from "./phase";

const LATENCY_MS = 2000;
const MOST_TIMES = 2;
const MOST_TIMES_APART = 1.5;
const MOST_MB = 300;

/** At rest before and after, under a flood that meets a wall, and under one that meets the form. */
export type Attacked = { rest: Phase; wall: Phase; under: Phase; after: Phase };
type Took = readonly (number | null)[];

const answered = (took: Took): number[] => took.filter((ms) => ms !== null).sort((a, b) => a - b);
const at = (share: number, took: Took): number => {
	const sorted = answered(took);
	return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.POSITIVE_INFINITY);
};
const both = (took: Took): string => `${at(0.5, took)} ms, p95 ${at(0.95, took)} ms`;
const through = (took: Took): number => Math.floor((100 * answered(took).length) / took.length);

function toldOf(junk: Flood | null): string {
	if (!junk) return "no flood";
	const statuses = Object.entries(junk.statuses).map(([status, count]) => `${status}: ${count}`);
	return `${junk.sent} requests of junk (${statuses.join(", ")}, no answer: ${junk.unanswered}, held back by the attacker's own limit: ${junk.heldBack}; ${junk.cpuSeconds.toFixed(1)} s of a processor for sending them)`;
}

/** How many times as long as at rest; rest is before and after, so that what grows meanwhile is not held against the flood. */
function timesAsLong({ rest, after, under }: Attacked, what: "placed" | "read"): number {
	const calm = [...rest.heard[what], ...after.heard[what]];
	return Math.round((100 * at(0.5, under.heard[what])) / at(0.5, calm)) / 100;
}

const placing = ({ rest, wall, under, after }: Attacked): string =>
	`placing an order took ${both(rest.heard.placed)} at rest, ${both(wall.heard.placed)} while the attacker ran against a wall on this machine, ${both(under.heard.placed)} under attack, ${both(after.heard.placed)} afterwards; loads ${[rest, wall, under, after].map(({ load }) => load.toFixed(1)).join(", ")}`;

function throughOf(name: string, where: string, { rest, under }: Attacked): BenchResult {
	const { applied } = under.heard;
	const { applications, events, counts } = under.written;
	const value = through(applied);
	const honest = answered(applied).length;
	return {
		...{ name, value, unit: "%", holds: value === 100 && at(0.95, applied) <= LATENCY_MS && applications === honest },
		bar: `honest applications under attack ${where}: all get through, p95 at most ${LATENCY_MS} ms, and no others`,
		note: `${applied.length} with a photo: ${both(applied)} (at rest ${both(rest.heard.applied)}); ${toldOf(under.junk)}; written: ${applications} applications, ${events} events, ${counts} rows of counts`,
	};
}

function slowerOf(name: string, where: string, most: number, attacked: Attacked): BenchResult {
	const value = timesAsLong(attacked, "placed");
	const lost = 100 - Math.min(through(attacked.under.heard.placed), through(attacked.under.heard.read));
	return {
		...{ name, value, unit: "× at rest", holds: value <= most && lost === 0 },
		bar: `placing orders while ${where} is attacked: at most ${most} × slower than at rest (median)`,
		note: `${placing(attacked)}; a dashboard ${timesAsLong(attacked, "read")} × as long; ${lost} % without an answer`,
	};
}

export function resultsOf(together: Attacked, apart: Attacked): BenchResult[] {
	const rose = Math.round(together.under.megabytes - together.rest.megabytes);
	return [
		throughOf("attack", "on one instance", together),
		slowerOf("attack-orders", "the one instance", MOST_TIMES, together),
		{
			...{ name: "attack-memory", value: rose, unit: "MB", holds: rose <= MOST_MB },
			bar: `memory of the instance under attack: at most ${MOST_MB} MB above its most at rest`,
			note: `${Math.round(together.rest.megabytes)} MB at rest, ${Math.round(together.under.megabytes)} MB under attack, ${Math.round(together.after.megabytes)} MB the most afterwards`,
		},
		throughOf("attack-apart", "on an instance of SURFACES=hiring", apart),
		slowerOf("attack-apart-orders", "an instance of SURFACES=hiring", MOST_TIMES_APART, apart),
	];
}
