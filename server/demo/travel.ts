import { z } from "zod";
import { ownConnection } from "@/db/client";
import { advanceTo, nextTimer, type Timer } from "@/server/engine/time-machine";
import { nextMonthlyCutoff, nextWeeklyCutoff } from "@/server/kernel/calendar";
import { after, days, hours } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { moment } from "@/server/kernel/text";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce, EVERY_CONTEXT } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";

export const destination = z.union([z.enum(["next", "hour", "day", "week-end", "month-end"]), moment]);
export type Destination = z.infer<typeof destination>;

/** Any number that nobody else locks by. */
const TRAVELLING = 4_207_302;

export type ClockFace = { now: Date; timeZone: string; next: Pick<Timer, "at" | "functionId" | "subject"> | null };

/** What time it is for the company, and what will happen next. */
export async function readClock(ctx: Ctx): Promise<ClockFace> {
	const [{ timeZone }, next] = await Promise.all([policyInForce(ctx, "money"), nextTimer()]);
	return {
		now: ctx.clock.now(),
		timeZone,
		next: next && { at: next.at, functionId: next.functionId, subject: next.subject },
	};
}

/**
 * Lives through the time until a destination, from timer to timer. One journey at a time: a second one is refused
 * (`common.stale`) rather than queued, for it was asked for at another time than it would begin.
 */
export async function travel(ctx: Ctx, to: Destination): Promise<ClockFace> {
	const connection = ownConnection();
	try {
		const [lock] = await connection<{ mine: boolean }[]>`select pg_try_advisory_lock(${TRAVELLING}) as mine`;
		if (!lock?.mine) throw commonRefusals.because("stale");
		await advanceTo(await instantOf(ctx, to));
		await withTransaction(ctx, (tx) =>
			announce(tx, { context: EVERY_CONTEXT, subject: "business-clock", audiences: ["everyone"] }),
		);
	} finally {
		await connection.end(); // and with its session the lock
	}
	return readClock(ctx);
}

async function instantOf(ctx: Ctx, to: Destination): Promise<Date> {
	const now = ctx.clock.now();
	if (to instanceof Date) return to;
	const { timeZone, weeklyCutoff, monthlyCutoff } = await policyInForce(ctx, "money");
	switch (to) {
		case "next":
			return (await nextTimer())?.at ?? now;
		case "hour":
			return after(now, hours(1));
		case "day":
			return after(now, days(1));
		case "week-end":
			return nextWeeklyCutoff(now, { timeZone, ...weeklyCutoff });
		case "month-end":
			return nextMonthlyCutoff(now, { timeZone, ...monthlyCutoff });
	}
}
