import { desc, eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema/platform";
import { beginTimeAt, idle } from "@/server/engine/time-machine";
import { system } from "@/server/kernel/actor";
import { addDays, businessDate, instantAt } from "@/server/kernel/calendar";
import { after, days } from "@/server/kernel/clock";
import { audit } from "@/server/platform/audit";
import { followBusinessClock, moveBusinessTimeTo } from "@/server/platform/business-clock";
import { at, type Ctx, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { policyInForce } from "@/server/platform/policies";
import { livingCast, stillCast } from "./cast";
import { layCompany } from "./company";
import { HISTORY_DAYS, liveThroughHistory } from "./history";
import type { Cast } from "./people";
import { live } from "./simulation/live";
import { lookAround, type World } from "./simulation/world";

const SEED = "make cats free";
const SUBJECT = "demo:history";
/** When the demo's history begins on its first day, and where in the day its present is: everybody finds the same company at work. */
const FIRST_MORNING = "06:00";
const PRESENT = "11:20";
const LIVING_DAYS = 30;

/** How far the filling has come: the company's date and what its people have done. */
export type Progress = { date: string; day: number; days: number; done: number };

type Filling = {
	/** Where to break off, for whoever wants to see the beginning only; else at the present. */
	until?: Date;
	onProgress?: (progress: Progress) => void;
};

/**
 * Fills an empty demo with its company and a month of history, made by running the real commands while business time passes.
 * The engine of the running server does the background work.
 */
export async function seedDemo({ until, onProgress = () => {} }: Filling = {}): Promise<void> {
	const ctx = createCtx({ actor: system("demo/seed") });
	await followBusinessClock();
	const { timeZone } = await policyInForce(ctx, "money", ctx.clock.systemNow());
	const present = env().DEMO_PRESENT ?? instantAt(businessDate(ctx.clock.systemNow(), timeZone), PRESENT, timeZone);
	const firstDay = addDays(businessDate(present, timeZone), -LIVING_DAYS);
	const begin = instantAt(firstDay, FIRST_MORNING, timeZone);
	await beginTimeAt(begin);
	await withTransaction(at(ctx, begin), (tx) =>
		audit(tx, { action: "demo.begin", subject: SUBJECT, after: { present: present.toISOString() } }),
	);
	await layCompany(ctx, livingCast, SEED);
	await liveHistory(ctx, { cast: livingCast, seed: SEED, present, until, days: LIVING_DAYS }, onProgress);
}

type History = { cast: Cast; seed: string; present: Date; until?: Date; days: number; trouble?: number };

/** Lives through the days up to the present, as fast as the machine can. */
export async function liveHistory(
	ctx: Ctx,
	{ days: count, ...given }: History,
	onProgress: (progress: Progress) => void,
): Promise<World> {
	const world = await lookAround(ctx, given);
	let reported = "";
	await live(ctx, world, given.until ?? given.present, {
		onProgress(now, done) {
			const date = businessDate(now, world.timeZone);
			if (date === reported) return;
			reported = date;
			const left = Math.round((given.present.getTime() - now.getTime()) / days(1));
			onProgress({ date, day: Math.max(0, count - left), days: count, done });
		},
	});
	return world;
}

/** The company that lives in this demo; null where it keeps still. */
export async function livingWorld(ctx: Ctx): Promise<World | null> {
	const [noted] = await ctx.db
		.select()
		.from(auditEntries)
		.where(eq(auditEntries.subject, SUBJECT))
		.orderBy(desc(auditEntries.at))
		.limit(1);
	const present = (noted?.after as { present?: string } | null)?.present;
	return present ? lookAround(ctx, { seed: SEED, cast: livingCast, present: new Date(present) }) : null;
}

/** Fills an empty demo with a few cats who do nothing by themselves, in a moment: for tests and benchmarks. */
export async function seedStillDemo(): Promise<void> {
	const ctx = createCtx({ actor: system("demo/seed") });
	await followBusinessClock();
	const present = env().DEMO_PRESENT ?? ctx.clock.systemNow();
	const begin = await beginningOfStillDemo(ctx, present);
	await beginTimeAt(begin);
	const { timeZone } = await policyInForce(ctx, "money");
	const company = await layCompany(ctx, stillCast, SEED);
	await liveThroughHistory(ctx, company, begin, timeZone);
	await moveBusinessTimeTo(present);
	await idle();
}

/** Settled at the first filling, so that one that was cut off goes on with the same days. */
async function beginningOfStillDemo(ctx: Ctx, present: Date): Promise<Date> {
	const noted = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, SUBJECT));
	if (noted[0]) return noted[0].at;
	const begin = after(present, -days(HISTORY_DAYS));
	await withTransaction(at(ctx, begin), (tx) => audit(tx, { action: "demo.begin", subject: SUBJECT }));
	return begin;
}
