import { addDays, businessDate, wallClock } from "@/server/kernel/calendar";
import { after, minutes } from "@/server/kernel/clock";

type Job = { startsAt: Date; durationMinutes: number };

export type PlacedJob<Found extends Job> = {
	job: Found;
	endsAt: Date;
	/** Of the hours that are shown, in percents from their beginning. */
	top: number;
	height: number;
};

export type WeekDay<Found extends Job> = { date: string; jobs: PlacedJob<Found>[] };

/** The hours that a week shows even if nothing is in them. */
const FROM_HOUR = 8;
const TO_HOUR = 21;
const MINUTES_OF_HOUR = 60;
const LAST_HOUR = 24;
const DAYS = 7;

const minuteOf = (instant: Date, timeZone: string): number => {
	const [hour = 0, minute = 0] = wallClock(instant, timeZone).time.split(":").map(Number);
	return hour * MINUTES_OF_HOUR + minute;
};

/** Where each job of a week stands: under its day, at its hours. What goes on after midnight ends at the day's foot. */
export function layOut<Found extends Job>(monday: string, jobs: readonly Found[], timeZone: string) {
	const placed = jobs.map((job) => {
		const from = minuteOf(job.startsAt, timeZone);
		const to = Math.min(from + job.durationMinutes, LAST_HOUR * MINUTES_OF_HOUR);
		return { job, date: businessDate(job.startsAt, timeZone), from, to };
	});
	const first = Math.min(FROM_HOUR, ...placed.map(({ from }) => Math.floor(from / MINUTES_OF_HOUR)));
	const last = Math.max(TO_HOUR, ...placed.map(({ to }) => Math.ceil(to / MINUTES_OF_HOUR)));
	const length = (last - first) * MINUTES_OF_HOUR;
	const hours = Array.from({ length: last - first }, (_, index) => first + index);
	const days = Array.from({ length: DAYS }, (_, index): WeekDay<Found> => {
		const date = addDays(monday, index);
		return {
			date,
			jobs: placed
				.filter((entry) => entry.date === date)
				.map(({ job, from, to }) => ({
					job,
					endsAt: after(job.startsAt, minutes(job.durationMinutes)),
					top: ((from - first * MINUTES_OF_HOUR) / length) * 100,
					height: ((to - from) / length) * 100,
				})),
		};
	});
	return { hours, days };
}
