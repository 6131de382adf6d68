import { z } from "zod";
import { rawSql } from "@/db/client";
import { advanceTo } from "@/server/engine/time-machine";
import { system } from "@/server/kernel/actor";
import { nextMonthlyCutoff, nextWeeklyCutoff } from "@/server/kernel/calendar";
import { after, days, hours } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { perProcess } from "@/server/kernel/per-process";
import { moment } from "@/server/kernel/text";
import { actingAs, type Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce, EVERY_CONTEXT } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";
import { closingsOf } from "@/server/platform/policies/closings";
import { type Happening, nextHappening } from "./next";
import { playedNow } from "./played";
import { livingWorld } from "./seed";
import { live } from "./simulation/live";

export const destination = z.union([z.enum(["next", "hour", "day", "week-end", "month-end"]), moment]);
export type Destination = z.infer<typeof destination>;

/** Any number that nobody else locks by. */
const TRAVELLING = 4_207_302;

type Journey = { from: Date; to: Date };
const machine = perProcess("time-machine", (): { journey: Journey | null } => ({ journey: null }));

export type ClockFace = {
	now: Date;
	timeZone: string;
	next: Happening;
	/** The journey that time is on just now, so that every screen can show how far it has come. */
	journey: Journey | null;
};

/** What time it is for the company, and what will happen next. */
export async function readClock(ctx: Ctx): Promise<ClockFace> {
	const [{ timeZone }, next] = await Promise.all([policyInForce(ctx, "money"), nextHappening(ctx)]);
	return { now: ctx.clock.now(), timeZone, next, journey: machine.journey };
}

/**
 * Lives through the time until a destination, from timer to timer; simulated people act on the way, except those whom a visitor
 * plays. One journey at a time: a second one is refused (`common.stale`) rather than queued, for it was asked for at another
 * time than it would begin.
 */
export async function travel(ctx: Ctx, to: Destination): Promise<ClockFace> {
	const reserved = await rawSql().reserve();
	try {
		const [lock] = await reserved<{ mine: boolean }[]>`select pg_try_advisory_lock(${TRAVELLING}) as mine`;
		if (!lock?.mine) throw commonRefusals.because("stale");
		try {
			const until = await instantOf(ctx, to);
			machine.journey = { from: ctx.clock.now(), to: until };
			await tellEverybody(ctx);
			await liveUntil(actingAs(ctx, system("demo/time-machine")), until);
		} finally {
			machine.journey = null;
			await reserved`select pg_advisory_unlock(${TRAVELLING})`;
			await tellEverybody(ctx);
		}
	} finally {
		reserved.release();
	}
	return readClock(ctx);
}

async function liveUntil(ctx: Ctx, until: Date): Promise<void> {
	const world = await livingWorld(ctx);
	if (!world) return advanceTo(until, { looksAt: await closingsOf(ctx) });
	await live(ctx, world, until, { strict: true, isPlayed: playedNow(ctx, world.cast) });
}

const tellEverybody = (ctx: Ctx): Promise<void> =>
	withTransaction(ctx, (tx) =>
		announce(tx, { context: EVERY_CONTEXT, subject: "business-clock", audiences: ["everyone"] }),
	);

async function instantOf(ctx: Ctx, to: Destination): Promise<Date> {
	const now = ctx.clock.now();
	if (to instanceof Date) return to;
	const { timeZone, weeklyCutoff, monthlyCutoff } = await policyInForce(ctx, "money");
	switch (to) {
		case "next":
			return (await nextHappening(ctx)).at;
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
