import type { BenchResult } from "../engine";
import { median } from "../report";
import type { Flood } from "./flood";
import type { Phase } from "./phase";

const LATENCY_MS = 2000;
const MOST_TIMES = 2;
const MOST_TIMES_APART = 1.5;
const MOST_MB = 300;

/** Rounds at rest and under attack, and one while the attacker runs against a wall. */
export type Attacked = { wall: Phase; rounds: { rest: Phase; under: Phase }[] };
type When = "rest" | "under";
type Took = readonly (number | null)[];

const answered = (took: Took): number[] => took.filter((ms) => ms !== null).sort((a, b) => a - b);
const at = (share: number, took: Took): number => {
	const sorted = answered(took);
	return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.POSITIVE_INFINITY);
};
const both = (took: Took): string => `${at(0.5, took)} ms, p95 ${at(0.95, took)} ms`;
const through = (took: Took): number => Math.floor((100 * answered(took).length) / took.length);

const all = ({ rounds }: Attacked, when: When, what: keyof Phase["heard"]): Took =>
	rounds.flatMap((round) => round[when].heard[what]);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const underOf = ({ rounds }: Attacked): Phase[] => rounds.map(({ under }) => under);

function toldOf(junk: readonly Flood[]): string {
	const statuses = [...new Set(junk.flatMap((each) => Object.keys(each.statuses)))].sort();
	const counted = statuses.map((status) => `${status}: ${sum(junk.map((each) => each.statuses[status] ?? 0))}`);
	const of = (what: "sent" | "heldBack" | "unanswered" | "cpuSeconds") => sum(junk.map((each) => each[what]));
	return `${of("sent")} requests of junk (${counted.join(", ")}, no answer: ${of("unanswered")}, held back by the attacker's own limit: ${of("heldBack")}; ${of("cpuSeconds").toFixed(1)} s of a processor for sending them)`;
}

/** How many times as long as at rest, by the median of the rounds. */
const timesAsLong = ({ rounds }: Attacked, what: "placed" | "read"): number =>
	Math.round(100 * median(rounds.map(({ rest, under }) => at(0.5, under.heard[what]) / at(0.5, rest.heard[what])))) /
	100;

const placing = (attacked: Attacked): string =>
	`placing an order took ${both(all(attacked, "rest", "placed"))} at rest, ${both(attacked.wall.heard.placed)} while the attacker ran against a wall on this machine, ${both(all(attacked, "under", "placed"))} under attack; load ${underOf(
		attacked,
	)
		.map(({ load }) => load.toFixed(1))
		.join(", ")}`;

function throughOf(name: string, where: string, attacked: Attacked): BenchResult {
	const applied = all(attacked, "under", "applied");
	const written = (what: keyof Phase["written"]) => sum(underOf(attacked).map((phase) => phase.written[what]));
	const value = through(applied);
	const honest = answered(applied).length;
	const junk = underOf(attacked).flatMap((phase) => phase.junk ?? []);
	return {
		...{ name, value, unit: "%" },
		holds: value === 100 && at(0.95, applied) <= LATENCY_MS && written("applications") === honest,
		bar: `honest applications under attack ${where}: all get through, p95 at most ${LATENCY_MS} ms, and no others`,
		note: `${applied.length} with a photo: ${both(applied)} (at rest ${both(all(attacked, "rest", "applied"))}); ${toldOf(junk)}; written: ${written("applications")} applications, ${written("events")} events, ${written("counts")} rows of counts`,
	};
}

function slowerOf(name: string, where: string, most: number, attacked: Attacked): BenchResult {
	const value = timesAsLong(attacked, "placed");
	const lost = 100 - Math.min(through(all(attacked, "under", "placed")), through(all(attacked, "under", "read")));
	return {
		...{ name, value, unit: "× at rest", holds: value <= most && lost === 0 },
		bar: `placing orders while ${where} is attacked: at most ${most} × slower than at rest`,
		note: `the median of ${attacked.rounds.length} alternating rounds; ${placing(attacked)}; a dashboard ${timesAsLong(attacked, "read")} × as long; ${lost} % without an answer`,
	};
}

export function resultsOf(together: Attacked, apart: Attacked): BenchResult[] {
	const most = (when: When) => Math.round(Math.max(...together.rounds.map((round) => round[when].megabytes)));
	const rose = most("under") - most("rest");
	return [
		throughOf("attack", "on one instance", together),
		slowerOf("attack-orders", "the one instance", MOST_TIMES, together),
		{
			...{ name: "attack-memory", value: rose, unit: "MB", holds: rose <= MOST_MB },
			bar: `memory of the instance under attack: at most ${MOST_MB} MB above its most at rest`,
			note: `${most("rest")} MB the most at rest, ${most("under")} MB the most under attack`,
		},
		throughOf("attack-apart", "on an instance of SURFACES=hiring", apart),
		slowerOf("attack-apart-orders", "an instance of SURFACES=hiring", MOST_TIMES_APART, apart),
	];
}
