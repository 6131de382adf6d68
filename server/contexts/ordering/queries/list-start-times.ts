import { addDays, businessDate } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { lastStartDate, startTimesOn } from "../domain/start-times";
import { getStartRules } from "./get-start-rules";

/** Six weeks: what a calendar shows of a month, with the edges of its neighbours. */
const DAYS = 42;

/**
 * The days on which a job may start, from a date on and `through` another, and the instants of each. Days without any are left
 * out; `lastDate` is the last that is offered at all.
 */
export async function listStartTimes(ctx: Ctx, { from }: { from?: string }) {
	const now = ctx.clock.now();
	const rules = await getStartRules(ctx);
	const today = businessDate(now, rules.timeZone);
	const lastDate = lastStartDate(now, rules);
	const first = from && from > today ? from : today;
	const dates = Array.from({ length: DAYS }, (_, index) => addDays(first, index)).filter((date) => date <= lastDate);
	const days = dates
		.map((date) => ({ date, starts: startTimesOn(date, now, rules).map((start) => start.toISOString()) }))
		.filter(({ starts }) => starts.length > 0);
	return { lastDate, through: addDays(first, DAYS - 1), days };
}
