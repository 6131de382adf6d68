import { z } from "zod";

const minutes = z
	.int()
	.min(0)
	.max(60 * 24 * 60);
const timeOfDay = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
	.meta({ kind: "time" });

/** The graces and hours of the daily work. */
export const operationsPolicy = z.object({
	/** The soonest start that a client is offered, counted from now. */
	orderLeadMinutes: minutes,
	/** How far ahead a client may order. */
	orderHorizonDays: z.int().min(1).max(365),
	/** Jobs start within these hours of the business time zone, every `slotMinutes`. */
	workingHours: z.object({ from: timeOfDay, to: timeOfDay }),
	slotMinutes: z.int().min(5).max(240),
	/** How long before the agreed time the worker may check in. */
	checkInEarlyMinutes: minutes,
	/** How long after the agreed time a job without check-in fails as a no-show. */
	noShowGraceMinutes: minutes,
	/** A worker who gives up at least this long before the start is released without penalty. */
	giveUpFreeMinutes: minutes,
	/** A started job this long behind its expected end raises an alert. */
	overdueAlertMinutes: minutes,
	/** After this the kit goes without its cookie. */
	cookieGiveUpMinutes: minutes,
	/** A kit that is not issued this long before the start is late. */
	kitDueMinutes: minutes,
	/** How long an issued kit can be taken back with one press. */
	issueUndoSeconds: z.int().min(0).max(600),
	/** So long it is kept what each step said of each candidate; who was chosen is kept for good. */
	matchRecordDays: z.int().min(1).max(3650).default(365),
});

export const operationsDefaults: z.output<typeof operationsPolicy> = {
	orderLeadMinutes: 120,
	orderHorizonDays: 30,
	workingHours: { from: "08:00", to: "21:00" },
	slotMinutes: 30,
	checkInEarlyMinutes: 30,
	noShowGraceMinutes: 15,
	giveUpFreeMinutes: 180,
	overdueAlertMinutes: 120,
	cookieGiveUpMinutes: 45,
	kitDueMinutes: 45,
	issueUndoSeconds: 10,
	matchRecordDays: 365,
};
