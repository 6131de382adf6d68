import type { PostgresServer } from "./postgres.mjs";

export function databaseFolder(dataDir: string): string;
export function startDatabase(
	dataDir: string,
	password: string,
): Promise<Omit<PostgresServer, "url"> & { url: string }>;

/** The address of the embedded database while it runs. */
export function databaseUrl(dataDir: string, password: string): string;
