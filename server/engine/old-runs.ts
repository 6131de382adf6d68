import type { Sql } from "./store";

/** What is known of a run is kept for this long after its end. Its event stays in the outbox for ever. */
const KEPT = "30 days";
const BATCH = 500;

/** Forgets runs that ended long ago, by the system's time, some at a time. Says how many. */
export async function forgetOldRuns(sql: Sql): Promise<number> {
	const forgotten = await sql`
		delete from engine.runs where id in (
			select id from engine.runs where ended_at < now() - ${KEPT}::interval
			order by ended_at limit ${BATCH} for update skip locked)`;
	return forgotten.count;
}
