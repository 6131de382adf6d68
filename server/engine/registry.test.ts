import type { InngestFunction } from "inngest";
import { describe, expect, test } from "vitest";
import { inngest } from "../inngest/client";
import { functions } from "../inngest/functions";
import { createRegistry, ranBy, UnsupportedFunction } from "./registry";

const nothing = async () => {};
const refused: [string, InngestFunction.Any][] = [
	[
		"batchEvents",
		inngest.createFunction(
			{ id: "try/batch", triggers: [{ event: "try/x" }], batchEvents: { maxSize: 5, timeout: "5s" } },
			nothing,
		),
	],
	[
		"rateLimit",
		inngest.createFunction(
			{ id: "try/rate", triggers: [{ event: "try/x" }], rateLimit: { limit: 1, period: "1m" } },
			nothing,
		),
	],
	[
		"throttle",
		inngest.createFunction(
			{ id: "try/throttle", triggers: [{ event: "try/x" }], throttle: { limit: 1, period: "1m" } },
			nothing,
		),
	],
	[
		"debounce",
		inngest.createFunction({ id: "try/debounce", triggers: [{ event: "try/x" }], debounce: { period: "1m" } }, nothing),
	],
	[
		"priority",
		inngest.createFunction({ id: "try/priority", triggers: [{ event: "try/x" }], priority: { run: "100" } }, nothing),
	],
	[
		"timeouts",
		inngest.createFunction({ id: "try/timeouts", triggers: [{ event: "try/x" }], timeouts: { finish: "1m" } }, nothing),
	],
	[
		"singleton",
		inngest.createFunction(
			{ id: "try/singleton", triggers: [{ event: "try/x" }], singleton: { mode: "skip" } },
			nothing,
		),
	],
	[
		"concurrency",
		inngest.createFunction(
			{
				id: "try/account-wide",
				triggers: [{ event: "try/x" }],
				concurrency: { limit: 1, scope: "account", key: "'a'" },
			},
			nothing,
		),
	],
	[
		"concurrency",
		inngest.createFunction(
			{
				id: "try/two-limits",
				triggers: [{ event: "try/x" }],
				concurrency: [{ limit: 1 }, { limit: 2, key: "event.data.k" }],
			},
			nothing,
		),
	],
	[
		"jitter",
		inngest.createFunction({ id: "try/jitter", triggers: [{ cron: "0 0 * * *", ...{ jitter: "10s" } }] }, nothing),
	],
	[
		"the event inngest/function.finished",
		inngest.createFunction({ id: "try/internal", triggers: [{ event: "inngest/function.finished" }] }, nothing),
	],
	["the cron expression", inngest.createFunction({ id: "try/cron", triggers: [{ cron: "0 0 30 2 *" }] }, nothing)],
	[
		"size(event.data.list)",
		inngest.createFunction(
			{ id: "try/expression", triggers: [{ event: "try/x", if: "size(event.data.list) > 1" }] },
			nothing,
		),
	],
	[
		"event.data.list[0]",
		inngest.createFunction(
			{ id: "try/key", triggers: [{ event: "try/x" }], idempotency: "event.data.list[0]" },
			nothing,
		),
	],
];

describe("registering a function that needs more than the embedded engine does", () => {
	test.each(refused)("%s fails the start and names the function", async (what, fn) => {
		const registering = createRegistry(inngest, [fn]);
		await expect(registering).rejects.toThrow(UnsupportedFunction);
		await expect(registering).rejects.toThrow(`the function ${fn.id()} uses`);
		await expect(registering).rejects.toThrow(what);
	});

	test("an id that two functions share fails the start", async () => {
		const fn = () => inngest.createFunction({ id: "try/same", triggers: [{ event: "try/x" }] }, nothing);
		await expect(createRegistry(inngest, [fn(), fn()])).rejects.toThrow("mcf-try/same");
	});
});

describe("the house's own functions", () => {
	test("ask for nothing that the embedded engine can't do", async () => {
		const registry = await createRegistry(inngest, functions);
		expect(registry.functions.length).toBeGreaterThanOrEqual(functions.length);
	});

	test("have ids of the form context/verb-noun", async () => {
		const { functions: specs } = await createRegistry(inngest, functions);
		for (const { id } of specs) expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)+$/);
	});
});

test.each([
	["all", "billing/post-charge", true],
	["billing,notifications", "billing/post-charge", true],
	["billing", "notifications/send-mail", false],
	["bill", "billing/post-charge", false],
])("an instance with FUNCTIONS=%s runs %s: %s", (contexts, id, expected) => expect(ranBy(contexts)(id)).toBe(expected));
