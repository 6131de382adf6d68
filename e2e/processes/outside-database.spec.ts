import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type AppServer, launchServer, newDataDir, removeDataDir, startServer } from "../_support/server";

/** The embedded database of one installation is the outside database of the others. */
let owner: AppServer;
let filesDir: string;
let outside: Record<string, string>;

test.beforeAll(async () => {
	owner = await startServer({ env: { DEMO: "off" } });
	filesDir = newDataDir();
	const { POSTGRES_PASSWORD } = JSON.parse(readFileSync(path.join(owner.dataDir, "secrets.json"), "utf8"));
	const port = readFileSync(path.join(owner.dataDir, "database.port"), "utf8");
	outside = {
		DATABASE_URL: `postgres://mcf:${POSTGRES_PASSWORD}@127.0.0.1:${port}/postgres`,
		APP_URL: "https://cats.example",
		AUTH_SECRET: "the same secret on every instance of it",
		FILES_DIR: filesDir,
		COOKIE_BAKER_URL: "http://127.0.0.1:1",
		COOKIE_BAKER_SECRET: "the contractor knows this secret as well",
	};
});

test.afterAll(async () => {
	await owner.stop();
	removeDataDir(owner.dataDir);
	removeDataDir(filesDir);
});

test("several instances of the same build run on it, with no database of their own", async () => {
	const dataDirs = [newDataDir(), newDataDir()];
	const instances = await Promise.all(dataDirs.map((dataDir) => startServer({ env: outside, dataDir })));
	for (const instance of instances) {
		expect((await fetch(`${instance.url}/api/health/ready`)).status).toBe(200);
		expect(instance.output()).not.toContain("Demo");
	}
	expect(await Promise.all(instances.map((instance) => instance.stop()))).toEqual([0, 0]);
	expect((await fetch(`${owner.url}/api/health/ready`)).status).toBe(200);
	for (const dataDir of dataDirs) removeDataDir(dataDir);
});

test("an incomplete environment is refused, naming each variable and what it is for", async () => {
	const { AUTH_SECRET, FILES_DIR, ...incomplete } = outside;
	const instance = await launchServer({ env: { ...incomplete, INNGEST_EVENT_KEY: "key" } });
	expect(await instance.exited).toBe(1);
	expect(instance.output()).toContain("AUTH_SECRET: missing");
	expect(instance.output()).toContain("signs sessions");
	expect(instance.output()).toContain("FILES_DIR: missing");
	expect(instance.output()).toContain("INNGEST_SIGNING_KEY: missing, because INNGEST_EVENT_KEY is set");
	removeDataDir(instance.dataDir);
});

test("a database that does not answer is named, without its password", async () => {
	const instance = await launchServer({ env: { ...outside, DATABASE_URL: "postgres://cat:hunter2@127.0.0.1:1/cats" } });
	expect(await instance.exited).toBe(1);
	expect(instance.output()).toContain("The database at 127.0.0.1:1 does not answer");
	expect(instance.output()).not.toContain("hunter2");
	removeDataDir(instance.dataDir);
});
