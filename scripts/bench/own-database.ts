import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { freePort } from "../lib/ports.mjs";
import { startPostgres } from "../lib/postgres.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** For what is thrown away and measures no writing: filling waits for no disk. */
export const FORGETFUL = { fsync: "off", synchronous_commit: "off", max_wal_size: "16GB" };

type Wanted = {
	/** Of the folder, so that one sees whose it is. */
	name: string;
	settings?: Record<string, string>;
	/** Which database is made and migrated, where that is not the one that the code of this process works on. */
	template?: string;
};

export type OwnDatabase = {
	/** Of the database that the code of this process works on. */
	url: string;
	urlOf(database: string): string;
	remove(): Promise<void>;
};

/**
 * A PostgreSQL of this process' own with every table and the reference data, and the environment for the application's code to
 * work on it. Modules that read the environment are to be imported after it.
 */
export async function ownDatabase({ name, settings = {}, template = "bench" }: Wanted): Promise<OwnDatabase> {
	const folder = mkdtempSync(path.join(tmpdir(), `mcf-bench-${name}-`));
	chmodSync(folder, 0o755);
	const options = { dataDir: path.join(folder, "pg"), port: await freePort(), password: "bench", settings };
	const server = await startPostgres(options);
	const url = server.url("bench");
	const remove = async () => {
		await server.stop("immediate");
		rmSync(folder, { recursive: true, force: true });
	};
	// A plain object, as the server's start makes it: libraries read the environment many times a call.
	process.env = {
		...process.env,
		DATABASE_URL: url,
		EMBEDDED_DATABASE: "on",
		APP_URL: "http://localhost:3000",
		AUTH_SECRET: "known to everybody, for nothing but a benchmark",
		FILES_DIR: path.join(folder, "files"),
	};
	try {
		const { migrateDatabase } = await import("@/db/migrate");
		const { seedReference } = await import("@/db/seed/reference");
		const admin = postgres(server.url("postgres"), { max: 1 });
		await admin.unsafe(`create database ${template}`);
		await admin.end();
		await migrateDatabase(server.url(template), { root });
		await seedReference(server.url(template));
	} catch (error) {
		await remove();
		throw error;
	}
	return { url, urlOf: server.url, remove };
}
