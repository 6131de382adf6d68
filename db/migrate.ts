import { existsSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const LOCK = 4_207_301;

/**
 * Brings a database to the newest schema. Several instances may start at once: one migrates, the others wait for it.
 * Each call has a connection of its own, for the migrator changes how its connection reads and writes.
 */
export async function migrateDatabase(url: string, root: string = process.cwd()): Promise<void> {
	const migrationsFolder = path.join(root, "db", "migrations");
	if (!existsSync(path.join(migrationsFolder, "meta", "_journal.json"))) return;
	const connection = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await connection`select pg_advisory_lock(${LOCK})`;
		await migrate(drizzle(connection), { migrationsFolder });
	} finally {
		await connection.end(); // and with it the lock
	}
}
