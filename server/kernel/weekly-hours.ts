import { z } from "zod";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A stretch of one weekday (1 is Monday), by the clock on the wall; `24:00` is the midnight that ends the day. */
export const weeklySpan = z
	.object({ weekday: z.int().min(1).max(7), from: clockTime, to: clockTime.or(z.literal("24:00")) })
	.refine(({ from, to }) => from < to, { path: ["to"], message: "ends_before_it_begins" });
export type WeeklySpan = z.infer<typeof weeklySpan>;

/** Days in a row, the first and the last both among them, as `YYYY-MM-DD`. */
export const dayRange = z
	.object({ first: z.iso.date(), last: z.iso.date() })
	.refine(({ first, last }) => first <= last, { path: ["last"], message: "ends_before_it_begins" });
export type DayRange = z.infer<typeof dayRange>;

/** A piece of a period within one date, in minutes of the clock on the wall, which moves evenly within it (`wallPieces`). */
export type WallPiece = { date: string; weekday: number; from: number; to: number };

/** `HH:MM` as minutes of the day. */
const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether all of it lies within the weekly hours; spans that touch count as one. */
export const withinHours = (hours: readonly WeeklySpan[], pieces: readonly WallPiece[]): boolean =>
	pieces.every(({ weekday, from, to }) => {
		let reached = from;
		for (const span of sorted(hours, weekday)) {
			if (toMinutes(span.from) > reached) break;
			reached = Math.max(reached, toMinutes(span.to));
		}
		return reached >= to;
	});

const sorted = (hours: readonly WeeklySpan[], weekday: number): WeeklySpan[] =>
	hours.filter((span) => span.weekday === weekday).sort((a, b) => (a.from < b.from ? -1 : 1));

/** The days off that it touches, if any. */
export const dayOffTouched = (daysOff: readonly DayRange[], pieces: readonly WallPiece[]): DayRange | undefined =>
	daysOff.find(({ first, last }) => pieces.some(({ date }) => first <= date && date <= last));
