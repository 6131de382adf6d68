import { hostname } from "node:os";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { perProcess } from "@/server/kernel/per-process";
import { env } from "@/server/platform/env";
import { keepStatements } from "./keep-statements";
import { failWhenLost } from "./lost-connections";

/** Drizzle on the pool or within a transaction; queries do not care. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

type Handles = { queries?: PostgresJsDatabase; pool?: postgres.Sql; raw?: postgres.Sql; listening?: postgres.Sql };

const handles = perProcess("database", (): Handles => ({}));

/** Connections are called by the process that holds them, so that its pools can be seen in the server's own statistics. */
export const poolName = (pool: string): string => `mcf ${hostname().slice(0, 32)} ${process.pid} ${pool}`;

const connect = (pool: string) =>
	failWhenLost(
		postgres(env().DATABASE_URL, {
			max: env().PG_POOL,
			onnotice: () => {},
			connection: { application_name: poolName(pool) },
		}),
	);

/** Drizzle on its own pool. Connects at the first query, so that importing this touches nothing. */
export function database(): PostgresJsDatabase {
	handles.pool ??= connect("queries");
	handles.queries ??= drizzle(keepStatements(handles.pool));
	return handles.queries;
}

/**
 * postgres.js for hand-written SQL and LISTEN. A pool apart, because `drizzle()` changes how the client that it is given
 * reads and writes dates and JSON.
 */
export function rawSql(): postgres.Sql {
	handles.raw ??= connect("raw");
	return handles.raw;
}

/** What belongs to a session (a LISTEN, a lock by which one lives) gets lost behind a pooler that lends sessions by transaction. */
const directly = (pool: string): postgres.Sql =>
	postgres(env().DATABASE_DIRECT_URL ?? env().DATABASE_URL, {
		max: 1,
		max_lifetime: null,
		onnotice: () => {},
		connection: { application_name: poolName(pool) },
	});

/** For LISTEN: all who listen share one connection. */
export function listeningSql(): postgres.Sql {
	handles.listening ??= directly("listening");
	return handles.listening;
}

/** A connection of its own that is never replaced, for whoever shows by a lock of its session that it lives. Its owner ends it. */
export const ownConnection = (): postgres.Sql => directly("alive");

export async function closeDatabase(): Promise<void> {
	const { pool, raw, listening } = handles;
	handles.pool = handles.raw = handles.queries = handles.listening = undefined;
	await Promise.all([pool, raw, listening].map((each) => each?.end({ timeout: 5 })));
}
