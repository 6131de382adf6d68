// One company under one fault, in a process and on a PostgreSQL of its own. The last line it prints is its report.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lotsOf } from "@/server/demo/simulation/lots";
import { freePort } from "../lib/ports.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { scratchFolder } from "../lib/scratch.mjs";
import { diskOf } from "./disk";
import { type Fault, type FaultName, faults } from "./faults";
import { lostOrTwice } from "./findings";
import { type Instance, startInstanceProcess } from "./instances";
import type { CompanyReport, Size } from "./report";
import { addressesOf, type Services, serveServices } from "./services";

const { name, size, seed } = JSON.parse(process.argv[2] ?? "{}") as { name: FaultName; size: Size; seed: string };
const fault: Fault = faults[name];
const random = lotsOf(seed, name).next;

/** The machine itself does not fail here, so the disk need not be waited for; but what was committed must outlive the database. */
const settings = { fsync: "off", full_page_writes: "off", shared_buffers: "128MB" };
const LEAST_PAUSE_MS = 300;
const AWAY_FOR_MS = 250;

const folder = mkdtempSync(path.join(scratchFolder(), "mcf-chaos-"));
chmodSync(folder, 0o755);
const cluster = { dataDir: path.join(folder, "pg"), port: await freePort(), password: "chaos", settings };
let server = await startPostgres(cluster);
const instances: Instance[] = [];
const port = fault.services ? await freePort() : null;
const files = path.join(folder, "files");
const disk = diskOf(files);

// A plain object, as the server's start makes it: the SDK reads the environment many times a call.
process.env = {
	...process.env,
	DATABASE_URL: server.url("postgres"),
	EMBEDDED_DATABASE: "on",
	NODE_ENV: "production",
	APP_URL: "http://localhost:3000",
	AUTH_SECRET: "known to everybody, for nothing but chaos",
	FILES_DIR: files,
	LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
	// People act here; what runs in the background is what breaks.
	FUNCTIONS: "none",
	...{ COOKIE_BAKER_URL: "", COOKIE_BAKER_SECRET: "", CARD_SANDBOX_URL: "", CARD_SANDBOX_SECRET: "" },
	...{ GOLD_HAT_URL: "", GOLD_HAT_SECRET: "" },
	...(port !== null && addressesOf(port)),
};

async function killDatabase(): Promise<void> {
	process.kill(server.pid, "SIGKILL");
	await server.exited;
	await pause(AWAY_FOR_MS);
	server = await startPostgres(cluster);
}

async function stepClock(ms: number): Promise<void> {
	const { rawSql } = await import("@/db/client");
	const step = Math.round(ms);
	await rawSql()`update platform.business_clock set offset_ms = offset_ms + ${step}`;
	await rawSql()`select pg_notify('business_clock', offset_ms::text) from platform.business_clock`;
}

/** Strikes again and again until it is told to stop, and tells how often. */
function striking(): { stop(): Promise<number> } {
	let strikes = 0;
	let over = false;
	const going = (async () => {
		while (!over && fault.strike) {
			await pause(LEAST_PAUSE_MS + random() * (fault.everyMs ?? 0));
			if (over) break;
			await fault.strike({ instances, killDatabase, fillDisk: disk.fill, stepClock, random });
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
	let services: Services | null = null;
	if (fault.services && port !== null) services = await serveServices(port, fault.services, random);
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
	if (services) await company.seeMonthOut();
	const struck = await strikes.stop();
	if (services) {
		services.calm();
		await company.rest();
	}
	const { orders, findings, fingerprint } = await company.report();
	findings.push(...(await lostOrTwice({ withServices: services !== null })), ...(await disk.findings()));
	const misbehaved = (services?.count() ?? 0) + disk.refused();
	await services?.stop();
	const seconds = Math.round((performance.now() - began) / 100) / 10;
	return {
		fault: name,
		what: fault.what,
		orders,
		strikes: struck + misbehaved,
		interruptions,
		seconds,
		findings,
		fingerprint,
	};
}

try {
	console.log(JSON.stringify(await live()));
} finally {
	await Promise.all(instances.map((instance) => instance.stop()));
	await server.stop("immediate");
	rmSync(folder, { recursive: true, force: true });
}
process.exit();
