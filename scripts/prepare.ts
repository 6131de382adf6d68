import { forgetOtherServersChanges } from "@/db/after-restore";
import { migrateDatabase } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference";
import { EnvironmentError, env } from "@/server/platform/env";

/** Run by the starter before the server: the environment is complete, the schema is this build's, the reference data is there. */
try {
	const url = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
	await migrateDatabase(url);
	await forgetOtherServersChanges(url);
	await seedReference(url);
} catch (error) {
	console.error(error instanceof EnvironmentError ? error.message : reason(error));
	process.exitCode = 1;
}

function reason(error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const host = new URL(env().DATABASE_URL).host;
	if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "CONNECT_TIMEOUT") {
		return `The database at ${host} does not answer (${code}). Is DATABASE_URL right, and is it running?`;
	}
	if (code.startsWith("28")) return `The database at ${host} refuses the user or password of DATABASE_URL.`;
	if (code === "3D000") return `The database that DATABASE_URL names does not exist at ${host}. Create it, empty.`;
	return `The database could not be prepared.\n${words}`;
}
