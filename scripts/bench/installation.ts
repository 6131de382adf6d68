import { readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type AppServer, newDataDir, removeDataDir, startServer } from "../../e2e/_support/server";
import { databaseFolder, databaseUrl } from "../lib/embedded-database.mjs";
import { secretsOf } from "../lib/secrets.mjs";
import { LOG_LINE_PREFIX, type Statement, statementsIn } from "./recording";

const RELOADED_AFTER_MS = 300;

/** An installation with the demo's data in it, for as long as `work` takes. It is stopped, and starts again as `work` likes. */
export async function withInstallation<Result>(work: (dataDir: string) => Promise<Result>): Promise<Result> {
	const dataDir = newDataDir(tmpdir()); // what is durable is to be measured on the disk
	try {
		const filling = await startServer({ dataDir });
		await filling.stop();
		return await work(dataDir);
	} finally {
		removeDataDir(dataDir);
	}
}

/** Runs the installation for as long as `work` takes. Background functions stay out, so that only requests are measured. */
export async function withRequestsOnly<Result>(
	dataDir: string,
	work: (server: AppServer) => Promise<Result>,
): Promise<Result> {
	const server = await startServer({ dataDir, env: { FUNCTIONS: "none" } });
	try {
		return await work(server);
	} finally {
		await server.stop();
	}
}

export const databaseOf = (dataDir: string): string => databaseUrl(dataDir, secretsOf(dataDir).POSTGRES_PASSWORD);

/** Lets PostgreSQL write down every statement while `work` runs, and gives what it wrote during each call of `record`. */
export async function whileRecording<Result>(
	dataDir: string,
	work: (record: (request: () => Promise<unknown>) => Promise<Map<string, Statement[]>>) => Promise<Result>,
): Promise<Result> {
	const log = `${databaseFolder(dataDir)}.log`;
	const sql = postgres(databaseOf(dataDir), { max: 1 });
	const configure = async (...settings: string[]) => {
		for (const setting of settings) await sql.unsafe(`alter system ${setting}`);
		await sql`select pg_reload_conf()`;
		await pause(RELOADED_AFTER_MS);
	};
	try {
		await configure("set log_statement = 'all'", `set log_line_prefix = '${LOG_LINE_PREFIX}'`);
		return await work(async (request) => {
			const from = statSync(log).size;
			await request();
			return statementsIn(readFileSync(log).subarray(from).toString());
		});
	} finally {
		await configure("reset log_statement", "reset log_line_prefix");
		await sql.end();
	}
}
