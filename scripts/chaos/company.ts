// One company under one fault, in a process and on a PostgreSQL of its own. The last line it prints is its report.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lotsOf } from "@/server/demo/simulation/lots";
import { freePort } from "../lib/ports.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { type Fault, type FaultName, faults } from "./faults";
import { type Instance, startInstanceProcess } from "./instances";
import type { CompanyReport, Size } from "./report";

const { name, size, seed } = JSON.parse(process.argv[2] ?? "{}") as { name: FaultName; size: Size; seed: string };
const fault: Fault = faults[name];
const random = lotsOf(seed, name).next;

/** The machine itself does not fail here, so the disk need not be waited for; but what was committed must outlive the database. */
const settings = { fsync: "off", full_page_writes: "off", shared_buffers: "128MB" };
const LEAST_PAUSE_MS = 300;
const AWAY_FOR_MS = 250;

const folder = mkdtempSync(path.join(tmpdir(), "mcf-chaos-"));
chmodSync(folder, 0o755);
const cluster = { dataDir: path.join(folder, "pg"), port: await freePort(), password: "chaos", settings };
let server = await startPostgres(cluster);
const instances: Instance[] = [];

// A plain object, as the server's start makes it: the SDK reads the environment many times a call.
process.env = {
	...process.env,
	DATABASE_URL: server.url("postgres"),
	EMBEDDED_DATABASE: "on",
	NODE_ENV: "production",
	APP_URL: "http://localhost:3000",
	AUTH_SECRET: "known to everybody, for nothing but chaos",
	FILES_DIR: path.join(folder, "files"),
	LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
	// People act here; what runs in the background is what breaks.
	FUNCTIONS: "none",
	...{ COOKIE_BAKER_URL: "", COOKIE_BAKER_SECRET: "", CARD_SANDBOX_URL: "", CARD_SANDBOX_SECRET: "" },
	...{ GOLD_HAT_URL: "", GOLD_HAT_SECRET: "" },
};

async function killDatabase(): Promise<void> {
	process.kill(server.pid, "SIGKILL");
	await server.exited;
	await pause(AWAY_FOR_MS);
	server = await startPostgres(cluster);
}

/** Strikes again and again until it is told to stop, and tells how often. */
function striking(): { stop(): Promise<number> } {
	let strikes = 0;
	let over = false;
	const going = (async () => {
		while (!over && fault.strike) {
			await pause(LEAST_PAUSE_MS + random() * (fault.everyMs ?? 0));
			if (over) break;
			await fault.strike({ instances, killDatabase, random });
			strikes += 1;
		}
	})();
	return {
		async stop() {
			over = true;
			await going;
			return strikes;
		},
	};
}

async function live(): Promise<CompanyReport> {
	const { migrateDatabase } = await import("@/db/migrate");
	const { seedReference } = await import("@/db/seed/reference");
	const { layToLive } = await import("@/server/demo/simulate");
	await migrateDatabase(server.url("postgres"));
	await seedReference(server.url("postgres"));
	for (let count = 0; count < fault.instances; count++) instances.push(await startInstanceProcess(fault.delivery));
	const company = await layToLive({ ...size, seed });
	const began = performance.now();
	const strikes = striking();
	let interruptions = 0;
	for (;;) {
		try {
			await company.liveOn();
			break;
		} catch (error) {
			if (!company.wasCutOff(error)) throw error;
			interruptions += 1;
			await pause(AWAY_FOR_MS);
		}
	}
	const struck = await strikes.stop();
	const { orders, findings, fingerprint } = await company.report();
	const seconds = Math.round((performance.now() - began) / 100) / 10;
	return { fault: name, what: fault.what, orders, strikes: struck, interruptions, seconds, findings, fingerprint };
}

try {
	console.log(JSON.stringify(await live()));
} finally {
	await Promise.all(instances.map((instance) => instance.stop()));
	await server.stop("immediate");
	rmSync(folder, { recursive: true, force: true });
}
process.exit();
