/** The same functions, run by an Inngest server: relayed events, signed calls, the same results. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, rawSql } from "@/db/client";
import { canonicalJson } from "@/server/kernel/idempotency";
import { startRelay } from "../events/relay";
import { sendEvents } from "./send-events";
import { signatureOf, startInngestDouble } from "./testing-inngest";
import { scenarios } from "./testing-scenarios";

const keys = { eventKey: "an-event-key", signingKey: `signkey-test-${"ab12".repeat(16)}` };
const double = await startInngestDouble(keys);
const application = createServer();
await new Promise<void>((resolve) => void application.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
const url = `${origin}/api/inngest`;

// The client looks at the environment when it is made, as at a server's start.
Object.assign(process.env, {
	INNGEST_EVENT_KEY: keys.eventKey,
	INNGEST_SIGNING_KEY: keys.signingKey,
	INNGEST_BASE_URL: double.origin,
	APP_URL: origin,
});
const { everyAbility, mostInFlight, times, trace } = await import("./testing-functions");
vi.doMock("../inngest/functions", () => ({ functions: everyAbility }));
const { handleInngest } = await import("../mounts/inngest");
const { startInstance, stopInstance } = await import("./start");
const { inngest } = await import("../inngest/client");

let secondInstance: Awaited<ReturnType<typeof startRelay>>;

beforeAll(async () => {
	application.on("request", async (asked, response) => {
		const body = asked.method === "GET" ? null : new Uint8Array(await buffer(asked));
		const headers = new Headers(asked.headers as Record<string, string>);
		const answer = await handleInngest(new Request(`${origin}${asked.url}`, { method: asked.method, headers, body }));
		response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
	});
	await startInstance();
	secondInstance = await startRelay(rawSql(), (events) => inngest.send(events), { pollMs: 20 });
});

afterAll(async () => {
	await Promise.all([stopInstance(), secondInstance.stop()]);
	await closeDatabase();
	application.closeAllConnections();
	application.close();
	await double.stop();
});

/** Until both relays have sent everything and the double has run all that does not wait for time. */
async function relayed(): Promise<void> {
	await vi.waitFor(async () => {
		expect(await rawSql()`select 1 from events.outbox where dispatched_at is null`).toHaveLength(0);
	}, 10_000);
	await double.rest();
}

const endings = (functionId: string, from: number) =>
	double.runs
		.slice(from)
		.filter(({ fn }) => fn.id === `mcf-${functionId}`)
		.map(({ status, output }) => ({ status, output }))
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe("with Inngest's keys in the environment", () => {
	test("the functions are registered at the start", async () => {
		await vi.waitFor(() => expect(double.functionIds()).toContain("mcf-try/hopeless-failure"));
		expect(double.functionIds()).toHaveLength(everyAbility.length + 1);
	});

	test("the functions are given when the server asks for them", async () => {
		const before = double.functionIds();
		await double.sync(url);
		expect(double.functionIds()).toEqual(before);
	});

	test.each(scenarios)("the result is that of the embedded engine: $ability", async ({ send, later, ends, did }) => {
		const from = double.runs.length;
		await sendEvents(rawSql(), send);
		await relayed();
		if (later) await sendEvents(rawSql(), later);
		await relayed();
		await double.travel();
		for (const [functionId, expected] of Object.entries(ends)) expect(endings(functionId, from)).toEqual(expected);
		for (const [what, count] of Object.entries(did ?? {})) expect(times(what)).toBe(count);
	});

	test("no more calls at once than the concurrency limit", () => {
		expect(Object.fromEntries(mostInFlight)).toEqual({ a: 2, b: 2 });
	});

	test("every answer was signed", () => {
		expect(double.unsigned()).toBe(0);
	});
});

describe("the relay", () => {
	test("sends a thousand events, by two instances, once each", async () => {
		const sent = Array.from({ length: 1000 }, (_, at) => ({
			id: `many ${at}`,
			name: "try/nobody-listens",
			data: { at },
		}));
		await sendEvents(rawSql(), sent);
		await relayed();
		expect(double.events.filter(({ name }) => name === "try/nobody-listens")).toHaveLength(1000);
	});
});

describe("a call is refused and runs nothing", () => {
	const event = { name: "try/loop", data: {} };
	const body = canonicalJson({ version: 2, event, events: [event], steps: {}, ctx: { run_id: "r", attempt: 0 } });
	const call = (method: string, headers: Record<string, string>) =>
		fetch(`${url}?fnId=mcf-try%2Floop&stepId=step`, { method, body, headers });
	const long = new Date(Date.now() - 600_000);

	test.each([
		["without a signature", {}],
		["with a signature by another key", { "x-inngest-signature": signatureOf(body, "signkey-test-00ff") }],
		["with a signature of another body", { "x-inngest-signature": signatureOf("{}", keys.signingKey) }],
		["with an old signature", { "x-inngest-signature": signatureOf(body, keys.signingKey, long) }],
	])("%s", async (_what, headers) => {
		const before = trace.length;
		expect((await call("POST", headers as Record<string, string>)).status).toBe(401);
		expect((await call("PUT", headers as Record<string, string>)).status).toBe(401);
		expect(trace).toHaveLength(before);
	});

	test("but with the right one it runs", async () => {
		const before = times("loop again");
		const { status } = await call("POST", { "x-inngest-signature": signatureOf(body, keys.signingKey) });
		expect(status).toBe(206);
		expect(times("loop again")).toBe(before + 1);
	});
});
