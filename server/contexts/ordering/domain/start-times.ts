import { addDays, businessDate, instantAt, wallClock, wallTimeExists } from "@/server/kernel/calendar";
import { after, minutes } from "@/server/kernel/clock";

/** The part of the policies that says when a job may start. */
export type StartRules = {
	/** The business time zone. */
	timeZone: string;
	/** The soonest start, counted from now. */
	orderLeadMinutes: number;
	/** How many calendar days after today are offered. */
	orderHorizonDays: number;
	/** Starts lie within these hours: `from` is offered, `to` is not. `to` at midnight is the end of the day. */
	workingHours: { from: string; to: string };
	slotMinutes: number;
};

/** The last date that is offered. */
export const lastStartDate = (now: Date, { timeZone, orderHorizonDays }: StartRules): string =>
	addDays(businessDate(now, timeZone), orderHorizonDays);

/** The starts that a client may choose on one date of the business time zone, earliest first. A wall-clock time that a DST gap skips is not offered. */
export function startTimesOn(date: string, now: Date, rules: StartRules): Date[] {
	const { timeZone } = rules;
	if (date < businessDate(now, timeZone) || date > lastStartDate(now, rules)) return [];
	const soonest = after(now, minutes(rules.orderLeadMinutes));
	return timesOfDay(rules)
		.filter((time) => wallTimeExists(date, time, timeZone))
		.map((time) => instantAt(date, time, timeZone))
		.filter((start) => start >= soonest);
}

/** Whether a client may choose this very instant. */
export function isPossibleStart(start: Date, now: Date, rules: StartRules): boolean {
	const { date } = wallClock(start, rules.timeZone);
	return startTimesOn(date, now, rules).some((possible) => possible.getTime() === start.getTime());
}

const DAY = 24 * 60;

function timesOfDay({ workingHours, slotMinutes }: StartRules): string[] {
	const from = minuteOfDay(workingHours.from);
	const to = minuteOfDay(workingHours.to) || DAY;
	const count = Math.max(0, Math.ceil((to - from) / slotMinutes));
	return Array.from({ length: count }, (_, index) => timeOf(from + index * slotMinutes));
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const two = (value: number) => String(value).padStart(2, "0");
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
