import type { WeeklySpan } from "@/server/kernel/weekly-hours";
import { type Weekday, weekdays } from "./weekdays";

/** A stretch as it stands in two fields of time; what is not typed yet is empty. */
export type TypedSpan = { from: string; to: string };
export type TypedWeek = Record<Weekday, TypedSpan[]>;

const MIDNIGHT = "24:00";
const usual: TypedSpan = { from: "09:00", to: "18:00" };

/** Where nothing was said the editor begins with usual hours. */
export const typedWeekOf = (hours: readonly WeeklySpan[] | null): TypedWeek => {
	const of = (weekday: Weekday): TypedSpan[] =>
		hours === null
			? weekday <= 5
				? [usual]
				: []
			: hours
					.filter((span) => span.weekday === weekday)
					// A field of time knows no 24:00.
					.map(({ from, to }) => ({ from, to: to === MIDNIGHT ? "00:00" : to }));
	return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
};

export const weeklyHoursOf = (week: TypedWeek): WeeklySpan[] =>
	weekdays.flatMap((weekday) => week[weekday].map((typed) => ({ weekday, ...written(typed) })));

const written = ({ from, to }: TypedSpan): TypedSpan => ({ from, to: to === "00:00" ? MIDNIGHT : to });

export type SpanTrouble = "missing" | "backwards" | "overlap";

/** What is wrong with one stretch among those of its day. */
export function troubleOf(spans: readonly TypedSpan[], index: number): SpanTrouble | null {
	const typed = spans[index];
	if (!typed) return null;
	if (typed.from === "" || typed.to === "") return "missing";
	const { from, to } = written(typed);
	if (to <= from) return "backwards";
	const others = spans.filter((other, place) => place !== index && other.from !== "" && other.to !== "").map(written);
	return others.some((other) => other.from < to && from < other.to) ? "overlap" : null;
}

export const isSound = (week: TypedWeek): boolean =>
	weekdays.every((weekday) => week[weekday].every((_, index) => troubleOf(week[weekday], index) === null));
