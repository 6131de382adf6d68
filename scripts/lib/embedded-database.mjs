import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort, isFree } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";

/** Where the embedded database lies within the data folder. */
export const databaseFolder = (dataDir) => path.join(dataDir, "database", "cluster");

/** Starts the embedded PostgreSQL, on the port of last time when that is still free, so that tools find it again. */
export async function startDatabase(dataDir, password) {
	const portFile = path.join(dataDir, "database.port");
	const last = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
	const port = last && (await isFree(last)) ? last : await freePort();
	const server = await startPostgres({ dataDir: databaseFolder(dataDir), port, password });
	writeFileSync(portFile, String(port));
	return { ...server, url: server.url("postgres") };
}
