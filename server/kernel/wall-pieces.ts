import { Temporal } from "temporal-polyfill";
import type { Period } from "./calendar";
import type { WallPiece } from "./weekly-hours";

const DAY_MINUTES = 1440;

/**
 * A period cut where the clock on the wall jumps: at each midnight and at each change to or from summer time. So a piece never
 * runs backwards, and what it covers is compared with weekly hours by minutes alone.
 */
export function wallPieces({ from, to }: Period, timeZone: string): WallPiece[] {
	const end = Temporal.Instant.fromEpochMilliseconds(to.getTime());
	const pieces: WallPiece[] = [];
	let begin = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
	while (Temporal.Instant.compare(begin.toInstant(), end) < 0) {
		const midnight = begin.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone);
		const jump = begin.getTimeZoneTransition("next");
		const cuts = [midnight.toInstant(), end, ...(jump ? [jump.toInstant()] : [])].sort(Temporal.Instant.compare);
		const cut = cuts[0] ?? end;
		const start = minuteOf(begin);
		const length = begin.toInstant().until(cut).total("minutes");
		pieces.push({
			...{ date: begin.toPlainDate().toString(), weekday: begin.dayOfWeek },
			...{ from: start, to: Math.min(start + length, DAY_MINUTES) },
		});
		begin = cut.toZonedDateTimeISO(timeZone);
	}
	return pieces;
}

const minuteOf = ({ hour, minute, second }: Temporal.ZonedDateTime): number => hour * 60 + minute + second / 60;
