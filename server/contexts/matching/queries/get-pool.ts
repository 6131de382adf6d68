import { and, eq, sql } from "drizzle-orm";
import { changes } from "@/db/schema/matching-history";
import { perProcess } from "@/server/kernel/per-process";
import { type Ctx, createCtx } from "@/server/platform/context";
import type { NormalSample, SampleId } from "../domain/sample";
import { listSamples } from "./list-samples";

/**
 * All normal samples in the memory of this process: asking for a hundred thousand of them for each order would take longer than
 * choosing. Before each look the process asks for what has changed since, by a PostgreSQL snapshot that loses no late commit.
 */
export type Pool = {
	samples: readonly NormalSample[];
	/** What became known here before this moment is in it. */
	moment: number;
	/** The snapshot that it shows. */
	cursor: string;
};

type Kept = {
	samples: NormalSample[];
	places: Map<SampleId, number>;
	cursor: string;
	moment: number;
	/** System time of the latest look: changes are kept for a day only. */
	lookedAt: number;
};
type State = { kept: Kept | null; running: Promise<Kept> | null; next: Promise<Kept> | null };

const ONE_HOUR = 3_600_000;
const state = perProcess<State>("matching/pool", () => ({ kept: null, running: null, next: null }));

/** The pool as of a moment after the call. Calls that come while one is under way share the one after it. */
export async function getPool(): Promise<Pool> {
	state.next ??= (async () => {
		await state.running?.catch(() => undefined);
		state.running = refreshed(state.kept);
		state.next = null;
		state.kept = await state.running;
		return state.kept;
	})();
	const { samples, moment, cursor } = await state.next;
	// What is in memory goes on changing; what was given does not.
	return { samples: samples.slice(), moment, cursor };
}

const changedSince = (cursor: string) => sql`${changes.transaction} >= pg_snapshot_xmin(${cursor}::pg_snapshot)
	and not pg_visible_in_snapshot(${changes.transaction}, ${cursor}::pg_snapshot)`;

/** Whether a sample is another by now, as this transaction sees it, than in the pool. */
export async function hasChangedSince(ctx: Ctx, { cursor }: Pool, sample: SampleId): Promise<boolean> {
	const changed = and(eq(changes.sample, sample), changedSince(cursor));
	const [row] = await ctx.db.select({ sample: changes.sample }).from(changes).where(changed).limit(1);
	return row !== undefined;
}

async function refreshed(kept: Kept | null): Promise<Kept> {
	const ctx = createCtx();
	const now = ctx.clock.systemNow().getTime();
	if (!kept || now - kept.lookedAt > ONE_HOUR) return whole(ctx, now);
	const [look] = await ctx.db.execute<Look>(sql`
		select pg_current_snapshot()::text as cursor, nextval('matching.moments')::int8 as moment, array(
			select distinct ${changes.sample} from ${changes}
			where ${changedSince(kept.cursor)}) as changed`);
	if (!look) throw new Error("the database did not say what has changed");
	if (look.changed.length > 0) await renew(ctx, kept, look.changed);
	return Object.assign(kept, { cursor: look.cursor, moment: Number(look.moment), lookedAt: now });
}

type Look = { cursor: string; moment: string; changed: SampleId[] };

/** The cursor is read before the samples: what changes in between is read twice, never missed. */
async function whole(ctx: Ctx, now: number): Promise<Kept> {
	const [look] = await ctx.db.execute<Omit<Look, "changed">>(
		sql`select pg_current_snapshot()::text as cursor, nextval('matching.moments')::int8 as moment`,
	);
	if (!look) throw new Error("the database did not say what it has seen");
	const samples = await listSamples(ctx);
	const places = new Map(samples.map(({ id }, place) => [id, place]));
	return { samples, places, cursor: look.cursor, moment: Number(look.moment), lookedAt: now };
}

async function renew(ctx: Ctx, kept: Kept, changed: SampleId[]): Promise<void> {
	for (const sample of await listSamples(ctx, changed)) {
		const place = kept.places.get(sample.id) ?? kept.samples.length;
		kept.places.set(sample.id, place);
		kept.samples[place] = sample;
	}
}
