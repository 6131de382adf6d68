/** Two instances of the application, as processes, on one database and with one Inngest server. */
import { type ChildProcess, fork } from "node:child_process";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { rawSql } from "@/db/client";
import { registerAccount } from "@/server/contexts/identity";
import { createCtx } from "@/server/platform/context";
import { freePort } from "../../scripts/lib/ports.mjs";
import { startInngestDouble } from "./testing-inngest";

const ACCOUNTS = 30;
const keys = { eventKey: "an-event-key", signingKey: `signkey-test-${"cd34".repeat(16)}` };
const double = await startInngestDouble(keys);
const ports = [await freePort(), await freePort()];
const calls = new Map<number, number>();

/** In front of both, as a load balancer would be: the public address. */
const front = createServer((asked, response) => {
	const port = ports[[...calls.values()].reduce((sum, count) => sum + count, 0) % ports.length] ?? 0;
	calls.set(port, (calls.get(port) ?? 0) + 1);
	const passed = request({ host: "127.0.0.1", port, path: asked.url, method: asked.method, headers: asked.headers });
	passed.on("response", (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	asked.pipe(passed);
});
await new Promise<void>((resolve) => void front.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;

let instances: ChildProcess[];
beforeAll(async () => {
	instances = ports.map((port) =>
		fork(path.join(import.meta.dirname, "testing-application.ts"), {
			execArgv: ["--import", "tsx"],
			env: {
				...process.env,
				PORT: String(port),
				APP_URL: origin,
				INNGEST_EVENT_KEY: keys.eventKey,
				INNGEST_SIGNING_KEY: keys.signingKey,
				INNGEST_BASE_URL: double.origin,
			},
		}),
	);
	await Promise.all(instances.map((instance) => new Promise((resolve) => instance.once("message", resolve))));
}, 90_000);
afterAll(async () => {
	await Promise.all(
		instances.map((instance) => {
			const gone = new Promise((resolve) => instance.once("exit", resolve));
			instance.kill("SIGTERM");
			return gone;
		}),
	);
	front.closeAllConnections();
	front.close();
	await double.stop();
}, 60_000);

test("tell Inngest of their functions, hand it every event once, and run what it asks for, whichever it asks", async () => {
	await vi.waitFor(() => expect(double.functionIds()).toContain("mcf-billing/mirror-account"), 15_000);
	const ctx = createCtx();
	for (let at = 0; at < ACCOUNTS; at++) {
		const email = `side-by-side-${at}@cats.example`;
		await registerAccount(ctx, { name: `Cat ${at}`, email, phone: "", locale: "en", roles: ["client"] });
	}
	await vi.waitFor(async () => {
		expect(await rawSql()`select 1 from events.outbox where dispatched_at is null`).toHaveLength(0);
	}, 15_000);
	await double.rest();

	const published = await rawSql()`select id from events.outbox where name = 'identity/account.changed'`;
	expect(published).toHaveLength(ACCOUNTS);
	expect(double.events.map(({ id }) => id).toSorted()).toEqual(published.map(({ id }) => id).toSorted());
	const mirrored = double.runs.filter(({ fn }) => fn.id === "mcf-billing/mirror-account");
	expect(mirrored).toHaveLength(ACCOUNTS);
	for (const { status } of double.runs) expect(status).toBe("completed");
	expect(double.unsigned()).toBe(0);
	for (const port of ports) expect(calls.get(port)).toBeGreaterThan(ACCOUNTS / 2);
	expect(await rawSql()`select 1 from engine.runs`).toHaveLength(0);
}, 60_000);
