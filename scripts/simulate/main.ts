// `npm run simulate -- --clients 500 --workers 100 --days 30 --seed 7`: lets a company of any size live through any number of days,
// on a database of its own that is thrown away, and reports. Ends with 1 when something that must hold does not.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../lib/ports.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { scratchFolder } from "../lib/scratch.mjs";

const { values } = parseArgs({
	options: {
		clients: { type: "string", default: "40" },
		workers: { type: "string", default: "25" },
		days: { type: "string", default: "7" },
		seed: { type: "string", default: "7" },
		trouble: { type: "string", default: "1" },
		json: { type: "boolean", default: false },
	},
});
const size = { clients: Number(values.clients), workers: Number(values.workers), days: Number(values.days) };
for (const [name, value] of Object.entries(size)) {
	if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
}

/** Nothing of it outlives the run: no waiting for the disk. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "256MB" };
const folder = mkdtempSync(path.join(scratchFolder(), "mcf-simulation-"));
chmodSync(folder, 0o755);
const server = await startPostgres({
	dataDir: path.join(folder, "pg"),
	port: await freePort(),
	password: "simulation",
	settings: forgetful,
});
const url = server.url("postgres");
for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, () => void tidyUp().finally(() => process.exit(1)));
}

async function tidyUp(): Promise<void> {
	await server.stop("immediate");
	rmSync(folder, { recursive: true, force: true });
}

// A plain object, as the server's start makes it: the SDK reads the environment many times a call.
process.env = {
	...process.env,
	DATABASE_URL: url,
	EMBEDDED_DATABASE: "on",
	NODE_ENV: "production",
	APP_URL: "http://localhost:3000",
	AUTH_SECRET: "known to everybody, for nothing but a simulation",
	FILES_DIR: path.join(folder, "files"),
	LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
	// No contractor bakes for a company that exists for minutes: kits go without their cookies.
	COOKIE_BAKER_URL: "",
	COOKIE_BAKER_SECRET: "",
	CARD_SANDBOX_URL: "",
	CARD_SANDBOX_SECRET: "",
	// And nobody is paid: payouts are issued, and wait.
	GOLD_HAT_URL: "",
	GOLD_HAT_SECRET: "",
};

try {
	const { migrateDatabase } = await import("@/db/migrate");
	const { seedReference } = await import("@/db/seed/reference");
	const { closeDatabase } = await import("@/db/client");
	const { simulate } = await import("@/server/demo/simulate");
	const { startInstance, stopInstance } = await import("@/server/engine/start");
	const { printed } = await import("./printed");
	await migrateDatabase(url);
	await seedReference(url);
	await startInstance();
	const began = performance.now();
	const before = process.cpuUsage();
	const load = loadavg()[0]?.toFixed(1);
	const report = await simulate(
		{ ...size, seed: values.seed, trouble: Number(values.trouble) },
		({ date, day, days, done }) => {
			if (!values.json) console.log(`${date}  day ${day} of ${days}, ${done} deeds`);
		},
	);
	const seconds = (performance.now() - began) / 1000;
	const { user, system } = process.cpuUsage(before);
	const processor = (user + system) / 1_000_000;
	await stopInstance();
	console.log(
		values.json
			? JSON.stringify({ ...size, seed: values.seed, seconds, processor, load, ...report })
			: printed(report, { seconds, processor, load: `${load}` }),
	);
	await closeDatabase();
	process.exitCode = report.findings.some(({ breaches }) => breaches > 0) ? 1 : 0;
} finally {
	await tidyUp();
}
process.exit();
