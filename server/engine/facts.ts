import { sql } from "drizzle-orm";
import type { Ctx } from "@/server/platform/context";

/** How the background work stands, for the office and for metrics. Ages are in seconds of system time. */
export type EngineFacts = {
	outbox: { waiting: number; oldestSeconds: number };
	/** Calls that could be made now, that are being made, and that wait to be tried again. */
	calls: { due: number; underWay: number; later: number };
	runs: { status: string; runs: number }[];
};

/** Reads how the background work stands. Each part is a scan of an index of its own. */
export async function readEngineFacts(ctx: Ctx): Promise<EngineFacts> {
	const [outbox, calls, runs] = await Promise.all([
		ctx.db.execute<{ waiting: number; oldest: number }>(sql`
			select count(*)::int as waiting, coalesce(extract(epoch from now() - min(recorded_at)), 0)::float8 as oldest
			from events.outbox where dispatched_at is null`),
		ctx.db.execute<EngineFacts["calls"]>(sql`
			select count(*) filter (where leased_by is null and due_at <= now())::int as due,
				count(*) filter (where leased_by is not null)::int as "underWay",
				count(*) filter (where leased_by is null and due_at > now())::int as later
			from engine.tasks`),
		ctx.db.execute<{ status: string; runs: number }>(sql`
			select status, count(*)::int as runs from engine.runs group by status order by status`),
	]);
	return {
		outbox: { waiting: outbox[0]?.waiting ?? 0, oldestSeconds: outbox[0]?.oldest ?? 0 },
		calls: calls[0] ?? { due: 0, underWay: 0, later: 0 },
		runs: [...runs],
	};
}
