import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const LOCK = 4_207_301;

type Options = {
	root?: string;
	/** The `when` of the last migration to apply, for a database that is to be as it was. */
	until?: number;
};

/**
 * Brings a database to the newest schema. Several instances may start at once: one migrates, the others wait for it.
 * Each call has a connection of its own, for the migrator changes how its connection reads and writes.
 */
export async function migrateDatabase(url: string, { root = process.cwd(), until }: Options = {}): Promise<void> {
	const folder = path.join(root, "db", "migrations");
	if (!existsSync(journalIn(folder))) return;
	const migrationsFolder = until === undefined ? folder : earlierMigrations(folder, until);
	const connection = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await connection`select pg_advisory_lock(${LOCK})`;
		await migrate(drizzle(connection), { migrationsFolder });
	} finally {
		await connection.end(); // and with it the lock
		if (migrationsFolder !== folder) rmSync(migrationsFolder, { recursive: true });
	}
}

const journalIn = (folder: string): string => path.join(folder, "meta", "_journal.json");

/** The migrator knows no end but the journal's: a copy of the folder has a shorter one. */
function earlierMigrations(folder: string, until: number): string {
	const copy = mkdtempSync(path.join(tmpdir(), "mcf-migrations-"));
	cpSync(folder, copy, { recursive: true });
	const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(journalIn(copy), "utf8"));
	journal.entries = journal.entries.filter(({ when }) => when <= until);
	writeFileSync(journalIn(copy), JSON.stringify(journal));
	return copy;
}
