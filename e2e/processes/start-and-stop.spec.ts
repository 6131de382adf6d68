import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { kill, remainsOf, type Tree, treeOf } from "../_support/processes";
import { seededDataDir } from "../_support/seeded";
import { type AppServer, launchServer, newDataDir, removeDataDir, startServer } from "../_support/server";

// Each waits for processes most of the time: both workers share them.
test.describe.configure({ mode: "parallel" });

/** These are about processes only, and most of them start the installation twice. */
const bare = { DEMO: "off" };
const runs = ({ process: { exitCode, signalCode } }: AppServer) => exitCode === null && signalCode === null;
const isReady = async (server: AppServer) => (await fetch(`${server.url}/api/health/ready`)).ok;

let dataDir: string;
const started: AppServer[] = [];

const start = async (options: Parameters<typeof startServer>[0] = {}) => {
	const server = await startServer({ dataDir, ...options, env: { ...bare, ...options.env } });
	started.push(server);
	return server;
};

/** An installation that was made before, for a new one takes longer to start. */
test.beforeEach(async () => {
	dataDir = await seededDataDir();
});

test.afterEach(async () => {
	const servers = started.splice(0);
	for (const server of servers.filter(runs)) {
		const tree = treeOf(server);
		await server.stop();
		expect(await remainsOf(server, tree)).toEqual([]);
	}
	for (const folder of [dataDir, ...servers.map((server) => server.dataDir)]) removeDataDir(folder);
});

test.describe("ending", () => {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		test(`${signal} leaves nothing running and its data for the next start`, async () => {
			const first = await start();
			const tree = treeOf(first);
			const secrets = readFileSync(path.join(dataDir, "secrets.json"), "utf8");
			first.process.kill(signal);
			expect(await first.exited).toBe(0);
			expect(await remainsOf(first, tree)).toEqual([]);
			expect(readdirSync(dataDir)).not.toContain("instance.json");
			const second = await start({ port: first.port });
			expect(await isReady(second)).toBe(true);
			expect(readFileSync(path.join(dataDir, "secrets.json"), "utf8")).toBe(secrets);
		});
	}

	test("kill -9 of the starter: the rest goes by itself", async () => {
		const server = await start();
		const tree = treeOf(server);
		kill(tree.starter);
		await expect.poll(() => remainsOf(server, tree)).toEqual([]);
	});

	for (const victim of ["web", "database"] as const) {
		test(`kill -9 of the ${victim}: everything stops, with words`, async () => {
			const server = await start();
			const tree = treeOf(server);
			kill(tree[victim]);
			expect(await server.exited).toBe(1);
			expect(server.output()).toContain("has ended by itself");
			expect(await remainsOf(server, tree)).toEqual([]);
		});
	}
});

test.describe("starting again at once, on the same port", () => {
	const victims: (keyof Tree)[][] = [
		["starter"],
		["starter", "web"],
		["starter", "database"],
		["starter", "web", "database"],
	];
	for (const killed of victims) {
		test(`after kill -9 of ${killed.join(", ")}`, async () => {
			const first = await start();
			const tree = treeOf(first);
			for (const each of killed) kill(tree[each]);
			await first.exited;
			const second = await start({ port: first.port });
			expect(await isReady(second)).toBe(true);
			const { web, database } = treeOf(second);
			expect([tree.web, tree.database]).not.toContain(web);
			expect([tree.web, tree.database]).not.toContain(database);
		});
	}

	test("after kill -9 in the middle of the first start", async () => {
		removeDataDir(dataDir);
		dataDir = newDataDir();
		for (const ms of [150, 500, 900]) {
			const broken = await launchServer({ dataDir, env: bare });
			await new Promise((resolve) => setTimeout(resolve, ms));
			broken.process.kill("SIGKILL");
			await broken.exited;
		}
		expect(await isReady(await start())).toBe(true);
	});

	test("after kill -9 of npm itself: what it has started follows it", async () => {
		const server = await launchServer({ dataDir, env: bare, command: ["npm", "start"] });
		await expect.poll(() => isReady(server).catch(() => false), { timeout: 30_000 }).toBe(true);
		const tree = treeOf(server);
		expect(tree.starter).not.toBe(server.process.pid);
		server.process.kill("SIGKILL");
		await expect.poll(() => remainsOf(server, tree)).toEqual([]);
	});
});

test.describe("side by side", () => {
	test("two installations, each with its own database", async () => {
		const other = newDataDir();
		const [one, two] = await Promise.all([start(), start({ dataDir: other })]);
		expect(await isReady(one)).toBe(true);
		expect(await isReady(two)).toBe(true);
		expect(treeOf(one).database).not.toBe(treeOf(two).database);
	});

	test("a second start of the same installation says that it runs, and does it no harm", async () => {
		const first = await start();
		const second = await launchServer({ dataDir, env: bare });
		expect(await second.exited).toBe(1);
		expect(second.output()).toContain(`It runs already at ${first.url} (process ${treeOf(first).starter})`);
		expect(await isReady(first)).toBe(true);
	});

	test("a taken port: says so, and what to do", async () => {
		const first = await start();
		const other = newDataDir();
		const second = await launchServer({ dataDir: other, env: bare, port: first.port });
		expect(await second.exited).toBe(1);
		expect(second.output()).toContain(`Port ${first.port} is taken`);
		expect(second.output()).toContain(`PORT=${first.port + 1} npm start`);
		removeDataDir(other);
	});
});

test.describe("npm run reset", () => {
	const reset = () =>
		spawnSync(process.execPath, ["scripts/reset.mjs"], { env: { ...process.env, DATA_DIR: dataDir } });

	test("refuses while it runs, and empties the folder afterwards", async () => {
		const server = await start();
		const refused = reset();
		expect(refused.status).toBe(1);
		expect(String(refused.stderr)).toContain("It runs already");
		expect(await isReady(server)).toBe(true);
		await server.stop();
		expect(reset().status).toBe(0);
		expect(readdirSync(dataDir)).toEqual([]);
	});

	test("removes nothing from a folder that is not an installation", () => {
		const folder = path.resolve("scripts");
		const result = spawnSync(process.execPath, ["scripts/reset.mjs"], { env: { ...process.env, DATA_DIR: folder } });
		expect(result.status).toBe(1);
		expect(String(result.stderr)).toContain("holds no installation");
		expect(readdirSync(folder)).toContain("reset.mjs");
	});
});
