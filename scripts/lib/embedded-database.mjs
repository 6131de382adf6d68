import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort, isFree } from "./ports.mjs";
import { startPostgres, urlOf } from "./postgres.mjs";

const DATABASE = "postgres";

/** Where the embedded database lies within the data folder. */
export const databaseFolder = (dataDir) => path.join(dataDir, "database", "cluster");

/** Starts the embedded PostgreSQL, on the port of last time when that is still free, so that tools find it again. */
export async function startDatabase(dataDir, password) {
	const last = lastPort(dataDir);
	const port = last && (await isFree(last)) ? last : await freePort();
	const server = await startPostgres({ dataDir: databaseFolder(dataDir), port, password });
	writeFileSync(portFile(dataDir), String(port));
	return { ...server, url: server.url(DATABASE) };
}

/** The address of the embedded database while it runs. */
export const databaseUrl = (dataDir, password) => urlOf(lastPort(dataDir), password, DATABASE);

const portFile = (dataDir) => path.join(dataDir, "database.port");

const lastPort = (dataDir) =>
	existsSync(portFile(dataDir)) ? Number(readFileSync(portFile(dataDir), "utf8")) : undefined;
