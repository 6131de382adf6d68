import { and, eq, max, sql } from "drizzle-orm";
import { availabilities, demands, normalSamples, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { violatesExclusion, withSavepoint, withTransaction } from "@/server/platform/database";
import { demandManager } from "../domain/access";
import type { Replica } from "../domain/drift";
import type { SampleId } from "../domain/sample";
import { type Drifted, listDrift, type Owners } from "../queries/list-drift";
import { noteDemand } from "./note-demand";
import { retryWaiting } from "./retry-waiting";

type Drifts<Each extends Replica> = Extract<Drifted, { replica: Each }>["drifts"][number];
export type Rebuilt = { replica: Replica; mended: number };

const AT_ONCE = 100;
const SHOWN = 20;
const newMoment = { moment: sql<number>`nextval('matching.moments')` };

/**
 * Takes over from the owners' records whatever copies have otherwise, and says on record what it was. What has changed since it was
 * looked at is left alone. Jobs whose time another job has in the same calendar can't be held and stay as they are.
 */
export async function rebuildReplicas(ctx: Ctx, owners: Owners): Promise<Rebuilt[]> {
	demandManager(ctx.actor);
	const counts = new Map<Replica, number>();
	for await (const drifted of listDrift(ctx, owners)) {
		const { replica } = drifted;
		for (let from = 0; from < drifted.drifts.length; from += AT_ONCE) {
			const some = { replica, drifts: drifted.drifts.slice(from, from + AT_ONCE) } as Drifted;
			counts.set(replica, (counts.get(replica) ?? 0) + (await mendSome(ctx, some)));
		}
	}
	const rebuilt = [...counts].map(([replica, mended]) => ({ replica, mended }));
	if (rebuilt.length > 0) await retryWaiting(ctx, { sample: null });
	return rebuilt;
}

const mendSome = (ctx: Ctx, drifted: Drifted): Promise<number> =>
	withTransaction(ctx, async (tx) => {
		const done: { key: string; owner: unknown; kept: unknown }[] = [];
		for (const { key, owner, kept } of await mended(tx, drifted)) done.push({ key, owner, kept });
		if (done.length === 0) return 0;
		await audit(tx, {
			...{ action: "matching.rebuild-replicas", subject: `replica:${drifted.replica}` },
			before: done.slice(0, SHOWN).map(({ key, kept }) => ({ key, kept })),
			after: { mended: done.length, some: done.slice(0, SHOWN).map(({ key, owner }) => ({ key, owner })) },
		});
		return done.length;
	});

async function mended(tx: TxCtx, drifted: Drifted) {
	if (drifted.replica === "samples") return filtered(drifted.drifts, (one) => mendSample(tx, one));
	if (drifted.replica === "availabilities") return filtered(drifted.drifts, (one) => mendAvailability(tx, one));
	if (drifted.replica === "past-results") return filtered(drifted.drifts, (one) => mendResult(tx, one));
	if (drifted.replica === "past-ratings") return filtered(drifted.drifts, (one) => mendRating(tx, one));
	return filtered(drifted.drifts, (one) => mendCalendar(tx, one));
}

async function filtered<One>(all: readonly One[], mend: (one: One) => Promise<boolean>): Promise<One[]> {
	const kept: One[] = [];
	for (const one of all) if (await mend(one)) kept.push(one);
	return kept;
}

async function mendSample(tx: TxCtx, { key, owner, kept }: Drifts<"samples">): Promise<boolean> {
	const id = key as SampleId;
	if (owner && !kept) {
		const added = await tx.db
			.insert(normalSamples)
			.values({ id, ...owner })
			.onConflictDoNothing()
			.returning();
		return added.length > 0;
	}
	const unchanged = and(eq(normalSamples.id, id), eq(normalSamples.version, kept?.version ?? 0));
	const set = owner ?? { active: false };
	return (await tx.db.update(normalSamples).set(set).where(unchanged).returning()).length > 0;
}

async function mendAvailability(tx: TxCtx, { key, owner, kept }: Drifts<"availabilities">): Promise<boolean> {
	const sample = key as SampleId;
	if (owner && !kept) {
		const added = await tx.db
			.insert(availabilities)
			.values({ sample, ...owner })
			.onConflictDoNothing()
			.returning();
		return added.length > 0;
	}
	const unchanged = and(eq(availabilities.sample, sample), eq(availabilities.version, kept?.version ?? 0));
	const rows = owner
		? await tx.db.update(availabilities).set(owner).where(unchanged).returning()
		: await tx.db.delete(availabilities).where(unchanged).returning();
	return rows.length > 0;
}

/** What it is by now is known from now on only. */
async function mendResult(tx: TxCtx, { key, owner }: Drifts<"past-results">): Promise<boolean> {
	const [order, number] = key.split("/") as [OrderId, string];
	const ending = Number(number);
	const it = and(eq(pastResults.order, order), eq(pastResults.ending, ending));
	if (!owner) return (await tx.db.delete(pastResults).where(it).returning()).length > 0;
	await tx.db.insert(demands).values({ order, state: "ended" }).onConflictDoNothing();
	await tx.db
		.insert(pastResults)
		.values({ order, ending, ...owner })
		.onConflictDoUpdate({ target: [pastResults.order, pastResults.ending], set: { ...owner, ...newMoment } });
	return true;
}

async function mendRating(tx: TxCtx, { key, owner }: Drifts<"past-ratings">): Promise<boolean> {
	const order = key as OrderId;
	if (!owner) return (await tx.db.delete(pastRatings).where(eq(pastRatings.order, order)).returning()).length > 0;
	await tx.db
		.insert(pastRatings)
		.values({ order, ...owner })
		.onConflictDoUpdate({ target: pastRatings.order, set: { ...owner, ...newMoment } });
	return true;
}

async function mendCalendar(tx: TxCtx, drift: Drifts<"calendars">): Promise<boolean> {
	try {
		return await withSavepoint(tx, (attempt) => holdAsGiven(attempt, drift));
	} catch (error) {
		if (violatesExclusion(error, "reservations_never_overlap")) return false;
		throw error;
	}
}

async function holdAsGiven(tx: TxCtx, { key, owner, job, outcome }: Drifts<"calendars">): Promise<boolean> {
	const order = key as OrderId;
	if (job) await noteKnown(tx, job);
	await tx.db.select({ order: demands.order }).from(demands).where(eq(demands.order, order)).for("update");
	await tx.db
		.update(reservations)
		.set({ status: "released", releasedAt: tx.clock.now(), releasedBy: outcome ?? "rebuilt" })
		.where(
			and(
				eq(reservations.order, order),
				eq(reservations.status, "held"),
				owner ? eq(reservations.replacing, false) : undefined,
			),
		);
	if (!owner) {
		await tx.db.update(demands).set({ state: "ended", waitingReason: null }).where(eq(demands.order, order));
		return true;
	}
	const [{ latest } = { latest: null }] = await tx.db
		.select({ latest: max(reservations.match) })
		.from(reservations)
		.where(eq(reservations.order, order));
	const match = (latest ?? 0) + 1;
	await tx.db.insert(reservations).values({ order, match, ...owner, heldAt: tx.clock.now() });
	await tx.db.update(demands).set({ state: "matched", waitingReason: null, match }).where(eq(demands.order, order));
	return true;
}

/** An order that matching has never heard of. */
const noteKnown = (tx: TxCtx, job: NonNullable<Drifts<"calendars">["job"]>) =>
	noteDemand(tx, {
		...{ order: job.orderId, number: job.orderNumber, reference: job.clientId, type: job.serviceTypeId },
		...{ zone: job.zoneId, excluded: [], startsAt: job.startsAt, durationMinutes: job.durationMinutes },
	});
