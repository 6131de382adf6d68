import { type AnyColumn, and, eq, gt, lte } from "drizzle-orm";
import { availabilities, normalSamples, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import { businessDate } from "@/server/kernel/business-date";
import { after, minutes } from "@/server/kernel/clock";
import type { ClientId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";
import type { Ctx } from "@/server/platform/context";
import { type Drift, driftBetween, type Replica } from "../domain/drift";
import { levelsOf, type TraitLevels } from "../domain/levels";
import type { SampleId } from "../domain/sample";
import { getTimeZone } from "./get-demand";

type Outcome = "completed" | "failed" | "cancelled";
/** What an owner has on record, the next page behind an id; an empty page is the end. */
type Pages<Id, Row> = (ctx: Ctx, behind: Id | null) => Promise<Row[]>;
type Pooled = TraitLevels & { workerId: WorkerId; version: number; name: string; active: boolean };
type Working = { workerId: WorkerId; version: number; weeklyHours: WeeklySpan[] | null; daysOff: DayRange[] };
type Ended = {
	orderId: OrderId;
	number: number;
	workerId: WorkerId;
	outcome: Outcome;
	/** Why it failed, as the ending told it. */
	reason: string | null;
	at: Date;
};
type Given = {
	orderId: OrderId;
	orderNumber: number;
	clientId: ClientId;
	serviceTypeId: ServiceTypeId;
	zoneId: ZoneId;
	workerId: WorkerId;
	startsAt: Date;
	durationMinutes: number;
};

/** The owners of what matching keeps copies of, each asked through its public face by whoever may ask them all. */
export type Owners = {
	workers: Pages<WorkerId, Pooled>;
	availabilities: Pages<WorkerId, Working>;
	endings: Pages<OrderId, Ended>;
	ratings: Pages<OrderId, { orderId: OrderId; workerId: WorkerId; stars: number }>;
	/** Jobs that somebody has now. */
	jobs: Pages<OrderId, Given>;
	endedAmong(ctx: Ctx, orders: OrderId[]): Promise<{ orderId: OrderId; outcome: Outcome }[]>;
};

type Sample = { version: number; name: string; active: boolean; levels: Record<string, number> };
type Works = { version: number; weeklyHours: WeeklySpan[] | null; daysOff: DayRange[] };
type Result = { sample: SampleId; outcome: Outcome; reason: string | null; at: Date };
type Rating = { sample: SampleId; stars: number };
/** Whose calendar the order stands in; once it has ended, in nobody's. */
type Held = { sample: SampleId; startsAt: Date; endsAt: Date };
type Told = { samples: Sample; availabilities: Works; "past-results": Result; "past-ratings": Rating; calendars: Held };

/** Some of what differs, of one replica. */
export type Drifted = {
	[Each in Replica]: { replica: Each; drifts: (Drift<Told[Each]> & { job?: Given; outcome?: Outcome })[] };
}[Replica];

/** Everything in which copies differ from their owners' records, page by page. What is told this moment may still be on its way. */
export async function* listDrift(ctx: Ctx, owners: Owners): AsyncGenerator<Drifted> {
	for await (const { rows, within } of pages(ctx, owners.workers, ({ workerId }) => workerId)) {
		const owner = rows.map(({ workerId, version, name, active, ...told }): [string, Sample] => [
			workerId,
			{ version, name, active, levels: levelsOf(told) },
		]);
		const all = await ctx.db.select().from(normalSamples).where(within(normalSamples.id));
		const known = new Map(owner);
		// Whoever the owner does not know is in nobody's way when inactive.
		const kept = all
			.filter(({ id, active }) => active || known.has(id))
			.map(({ id, ...one }): [string, Sample] => [id, one]);
		yield { replica: "samples", drifts: driftBetween(known, new Map(kept)) };
	}
	const today = businessDate(ctx.clock.now(), await getTimeZone(ctx));
	for await (const { rows, within } of pages(ctx, owners.availabilities, ({ workerId }) => workerId)) {
		const all = await ctx.db.select().from(availabilities).where(within(availabilities.sample));
		const works = ({ version, weeklyHours, daysOff }: Works): Works => ({
			...{ version, weeklyHours },
			daysOff: daysOff.filter(({ last }) => last >= today),
		});
		const owner = new Map(rows.map((row) => [row.workerId, works(row)]));
		yield {
			replica: "availabilities",
			drifts: driftBetween(owner, new Map(all.map((row) => [row.sample, works(row)]))),
		};
	}
	for await (const { rows, within } of pages(ctx, owners.endings, ({ orderId }) => orderId)) {
		const all = await ctx.db.select().from(pastResults).where(within(pastResults.order));
		const owner = rows.map(({ orderId, number, workerId: sample, outcome, reason, at }): [string, Result] => [
			`${orderId}/${number}`,
			{ sample, outcome, reason, at },
		]);
		const kept = all.map(({ order, ending, sample, outcome, reason, at }): [string, Result] => [
			`${order}/${ending}`,
			{ sample, outcome, reason, at },
		]);
		yield { replica: "past-results", drifts: driftBetween(new Map(owner), new Map(kept)) };
	}
	for await (const { rows, within } of pages(ctx, owners.ratings, ({ orderId }) => orderId)) {
		const all = await ctx.db.select().from(pastRatings).where(within(pastRatings.order));
		const owner = rows.map(({ orderId, workerId: sample, stars }): [string, Rating] => [orderId, { sample, stars }]);
		const kept = all.map(({ order, sample, stars }): [string, Rating] => [order, { sample, stars }]);
		yield { replica: "past-ratings", drifts: driftBetween(new Map(owner), new Map(kept)) };
	}
	for await (const { rows, within } of pages(ctx, owners.jobs, ({ orderId }) => orderId)) {
		const held = and(eq(reservations.status, "held"), eq(reservations.replacing, false), within(reservations.order));
		const all = await ctx.db.select().from(reservations).where(held);
		yield { replica: "calendars", drifts: await driftOfCalendars(ctx, owners, rows, all) };
	}
}

/** Time that is held for an order without a worker may be on its way to one: only of an order that has ended it is too much. */
async function driftOfCalendars(ctx: Ctx, owners: Owners, rows: Given[], all: (typeof reservations.$inferSelect)[]) {
	const jobs = new Map<string, Given>(rows.map((job) => [job.orderId, job]));
	const owner = rows.map(({ orderId, workerId: sample, startsAt, durationMinutes }): [string, Held] => [
		orderId,
		{ sample, startsAt, endsAt: after(startsAt, minutes(durationMinutes)) },
	]);
	const without = all.flatMap(({ order }) => (jobs.has(order) ? [] : [order]));
	const ended = without.length > 0 ? await owners.endedAmong(ctx, without) : [];
	const outcomes = new Map<string, Outcome>(ended.map(({ orderId, outcome }) => [orderId, outcome]));
	const kept = all
		.filter(({ order }) => jobs.has(order) || outcomes.has(order))
		.map(({ order, sample, startsAt, endsAt }): [string, Held] => [order, { sample, startsAt, endsAt }]);
	return driftBetween(new Map(owner), new Map(kept)).map((drift) => {
		const [job, outcome] = [jobs.get(drift.key), outcomes.get(drift.key)];
		return { ...drift, ...(job && { job }), ...(outcome && { outcome }) };
	});
}

/** Each page with the stretch of ids that it covers; the last, without rows, covers all behind. */
async function* pages<Id extends string, Row>(ctx: Ctx, ask: Pages<Id, Row>, idOf: (row: Row) => Id) {
	let behind: Id | null = null;
	for (;;) {
		const rows: Row[] = await ask(ctx, behind);
		const last = rows.at(-1);
		const [from, upTo]: [Id | null, Id | null] = [behind, last ? idOf(last) : null];
		const within = (id: AnyColumn) => and(from ? gt(id, from) : undefined, upTo ? lte(id, upTo) : undefined);
		yield { rows, within };
		if (upTo === null) return;
		behind = upTo;
	}
}
