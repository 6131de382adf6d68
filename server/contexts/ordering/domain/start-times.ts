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
	if (!isOfferedDate(date, now, rules)) return [];
	const soonest = soonestStart(now, rules);
	const times = Array.from({ length: slotsOf(rules) }, (_, index) => opening(rules) + index * rules.slotMinutes);
	return instantsOf(date, times, rules.timeZone).filter((start) => start >= soonest);
}

/** Whether a client may choose this very instant: the same answer as looking for it among the starts of its date, at once. */
export function isPossibleStart(start: Date, now: Date, rules: StartRules): boolean {
	const { date, time } = wallClock(start, rules.timeZone);
	const sinceOpening = minuteOfDay(time) - opening(rules);
	return (
		isOfferedDate(date, now, rules) &&
		start >= soonestStart(now, rules) &&
		sinceOpening >= 0 &&
		sinceOpening % rules.slotMinutes === 0 &&
		sinceOpening < slotsOf(rules) * rules.slotMinutes &&
		// No seconds, and of a doubled hour the first.
		instantAt(date, time, rules.timeZone).getTime() === start.getTime()
	);
}

const DAY = 24 * 60;

const isOfferedDate = (date: string, now: Date, rules: StartRules): boolean =>
	date >= businessDate(now, rules.timeZone) && date <= lastStartDate(now, rules);

const soonestStart = (now: Date, { orderLeadMinutes }: StartRules): Date => after(now, minutes(orderLeadMinutes));

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const opening = ({ workingHours }: StartRules): number => minuteOfDay(workingHours.from);

function slotsOf(rules: StartRules): number {
	const closing = minuteOfDay(rules.workingHours.to) || DAY;
	return Math.max(0, Math.ceil((closing - opening(rules)) / rules.slotMinutes));
}

/** Minutes of a day as instants. On a day of 24 hours they are counted from midnight, which is a hundred times quicker than asking the calendar for each. */
function instantsOf(date: string, times: number[], timeZone: string): Date[] {
	const midnight = instantAt(date, "00:00", timeZone);
	const next = instantAt(addDays(date, 1), "00:00", timeZone);
	if (next.getTime() - midnight.getTime() === minutes(DAY)) return times.map((time) => after(midnight, minutes(time)));
	return times
		.map(timeOf)
		.filter((time) => wallTimeExists(date, time, timeZone))
		.map((time) => instantAt(date, time, timeZone));
}

const two = (value: number) => String(value).padStart(2, "0");
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
