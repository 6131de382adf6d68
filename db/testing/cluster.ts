import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "../../scripts/lib/ports.mjs";
import { type PostgresServer, startPostgres, stopOrphan } from "../../scripts/lib/postgres.mjs";
import { isAlive } from "../../scripts/lib/processes.mjs";
import { scratchFolder } from "../../scripts/lib/scratch.mjs";

const PREFIX = "mcf-test-";
const TEMPLATE = "migrated";
const scratch = scratchFolder();

/** Nothing of it outlives the run: no waiting for the disk. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "256MB" };

declare module "vitest" {
	interface ProvidedContext {
		cluster: { adminUrl: string; template: string };
	}
}

/**
 * One PostgreSQL for the whole run, and in it a template that is migrated and holds the reference data once. What each test
 * file gets is a copy of that template (see setup.ts).
 */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
	await sweepAbandoned();
	const folder = mkdtempSync(path.join(scratch, `${PREFIX}${process.pid}-`));
	chmodSync(folder, 0o755);
	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	const server = await startPostgres({
		dataDir: path.join(folder, "pg"),
		port: await freePort(),
		password: "test",
		settings: forgetful,
	}).catch((error) => {
		removeFolder();
		throw error;
	});
	const stop = async () => {
		await server.stop("immediate");
		removeFolder();
	};
	try {
		await prepareTemplate(server, project.config.root);
	} catch (error) {
		await stop();
		throw error;
	}
	project.provide("cluster", { adminUrl: server.url("postgres"), template: TEMPLATE });
	return stop;
}

async function prepareTemplate(server: PostgresServer, root: string): Promise<void> {
	const admin = postgres(server.url("postgres"), { max: 1 });
	await admin`create database ${admin(TEMPLATE)}`;
	await admin.end();
	await migrateDatabase(server.url(TEMPLATE), { root });
	const { seedReference } = await import("@/db/seed/reference");
	await seedReference(server.url(TEMPLATE));
}

/** A run that was killed could not tidy up. Its folder names its process. */
async function sweepAbandoned(): Promise<void> {
	for (const name of readdirSync(scratch)) {
		const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
		if (!pid || isAlive(pid)) continue;
		const folder = path.join(scratch, name);
		await stopOrphan(path.join(folder, "pg"));
		rmSync(folder, { recursive: true, force: true });
	}
}
