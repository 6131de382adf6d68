import { sql } from "drizzle-orm";
import { rawSql } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { env } from "@/server/platform/env";
import { demandStaff } from "../events/access";
import { embedded } from "../inngest/client";
import { type EngineFacts, readEngineFacts } from "./facts";
import { type LivingInstance, livingInstances } from "./instances";

const CLOUD = "https://app.inngest.com";

export type Installation = {
	/** Where background functions run, and where to look at them when it is not here. */
	engine: { work: "embedded" | "inngest"; dashboard: string | null };
	facts: EngineFacts;
	/** By system time. */
	lastMinute: { ended: number };
	lastDay: { failed: number };
	/** The next moments of business time for which runs or cycles wait. */
	timers: { waiting: number; next: Date | null };
	instances: LivingInstance[];
	database: { version: string; bytes: number; connections: number; mostConnections: number };
};

/** How the installation is, at a glance. For managers. */
export async function getInstallation(ctx: Ctx): Promise<Installation> {
	demandStaff(ctx.actor, "manager");
	const work = embedded() ? "embedded" : "inngest";
	const [facts, recent, timers, instances, database] = await Promise.all([
		readEngineFacts(ctx),
		recentEndings(ctx),
		comingTimers(ctx),
		livingInstances(rawSql()),
		databaseFacts(ctx),
	]);
	const { INNGEST_BASE_URL: own } = env();
	return {
		engine: { work, dashboard: work === "inngest" ? (own ?? CLOUD) : null },
		facts,
		lastMinute: { ended: recent.ended },
		lastDay: { failed: recent.failed },
		timers,
		instances: [...instances],
		database,
	};
}

async function recentEndings(ctx: Ctx): Promise<{ ended: number; failed: number }> {
	const [row] = await ctx.db.execute<{ ended: number; failed: number }>(sql`
		select (select count(*)::int from engine.runs where ended_at > now() - interval '1 minute') as ended,
			(select count(*)::int from engine.runs where ended_at > now() - interval '1 day' and status = 'failed') as failed`);
	return row ?? { ended: 0, failed: 0 };
}

async function comingTimers(ctx: Ctx): Promise<Installation["timers"]> {
	const [row] = await ctx.db.execute<{ waiting: number; next: string | null }>(sql`
		select count(*)::int as waiting, min(at) as next from (
			select until as at from engine.waits where until is not null and kind <> 'cancel'
			union all select next_at from engine.crons) as timers`);
	return { waiting: row?.waiting ?? 0, next: row?.next ? new Date(row.next) : null };
}

async function databaseFacts(ctx: Ctx): Promise<Installation["database"]> {
	const [row] = await ctx.db.execute<Installation["database"]>(sql`
		select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
			(select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
			current_setting('max_connections')::int as "mostConnections"`);
	if (!row) throw new Error("the database says nothing of itself");
	return row;
}
