/**
 * A function for each thing that functions may use, and what it must result in, whichever engine runs it. Steps tell of what
 * they do in `trace`.
 */
import { type InngestFunction, NonRetriableError, RetryAfterError } from "inngest";
import { expect } from "vitest";
import { z } from "zod";
import { NotYet } from "@/server/kernel/errors";
import { inngest } from "../inngest/client";

/** What the bodies of steps did, in order. */
export const trace: string[] = [];
const note = (what: string): number => {
	trace.push(what);
	return times(what);
};
export const times = (what: string): number => trace.filter((entry) => entry === what).length;

/** An event of one function's own, `try/<name>`, starts it. */
const on = (name: string) => ({ id: `try/${name}`, triggers: [{ event: `try/${name}` }] as [{ event: string }] });

const sequence = inngest.createFunction(on("sequence"), async ({ step, event }) => {
	const first = await step.run("first", () => [1, note("sequence first")]);
	await step.sleep("nap", "2h");
	const sent = await step.sendEvent("send", { name: "try/sent-on", data: { from: event.data.key } });
	await step.sleepUntil("until", new Date("2030-01-01T00:00:00Z"));
	const nothing = await step.run("nothing", () => undefined);
	const last = await step.run("last", () => ({ text: "конец", at: note("sequence last") }));
	return { first, sent: sent.ids.length, nothing, last };
});

const sentOn = inngest.createFunction(on("sent-on"), async ({ event }) => ({ from: event.data.from }));

const parallel = inngest.createFunction(on("parallel"), async ({ step }) => {
	const sides = await Promise.all([
		step.run("x", () => note("parallel x")),
		step.run("y", () => 2).then((two) => step.run("after y", () => two * 10)),
		step.run("z", () => 3),
		step.sleep("nap", "1m").then(() => "slept"),
	]);
	const after = await step.run("after", () => note("parallel after"));
	return { sides, after };
});

const loop = inngest.createFunction(on("loop"), async ({ step }) => {
	const seen: number[] = [];
	for (let at = 0; at < 4; at++) seen.push(await step.run("again", () => at * note("loop again")));
	return seen;
});

const race = inngest.createFunction(on("race"), async ({ step }) =>
	Promise.race([step.run("fast", () => "fast"), step.sleep("slow", "1h").then(() => "slow")]),
);

const wait = inngest.createFunction(on("wait"), async ({ step }) => {
	const reply = await step.waitForEvent("reply", { event: "try/reply", match: "data.id", timeout: "2d" });
	const never = await step.waitForEvent("never", { event: "try/never", timeout: "3h" });
	return { words: reply?.data.words, never };
});

const flaky = inngest.createFunction({ ...on("flaky"), retries: 4 }, async ({ step, attempt }) => {
	const value = await step.run("flaky", () => {
		if (note("flaky") < 3) throw new Error("not this time");
		return times("flaky");
	});
	return { value, attempt };
});

const noSteps = inngest.createFunction({ ...on("no-steps"), retries: 2 }, async ({ attempt }) => {
	if (note("no-steps") < 3) throw new Error("not this time");
	return { attempt };
});

const retryAfter = inngest.createFunction({ ...on("retry-after"), retries: 2 }, async ({ step }) =>
	step.run("busy", () => {
		if (note("retry-after") < 2) throw new RetryAfterError("busy", "1s");
		return "free";
	}),
);

const early = inngest.createFunction({ ...on("early"), retries: 4 }, async ({ step }) =>
	step.run("early", () => {
		if (note("early") < 2) throw new NotYet("the fact before this one");
		return "in time";
	}),
);

const exhausted = inngest.createFunction({ ...on("exhausted"), retries: 1 }, async ({ step }) => {
	try {
		await step.run("bad", () => {
			note("exhausted");
			throw new Error("boom");
		});
	} catch (error) {
		return `caught ${error instanceof Error ? error.message : "nothing"} after ${times("exhausted")}`;
	}
});

const hopeless = inngest.createFunction(
	{
		...on("hopeless"),
		retries: 5,
		onFailure: async ({ error, event, step }) => {
			await step.run("after the failure", () => note(`hopeless ended: ${error.message}`));
			return { was: event.data.event.data.key, of: event.data.function_id };
		},
	},
	async ({ step }) => {
		await step.run("never", () => {
			note("hopeless");
			throw new NonRetriableError("never");
		});
	},
);

const invoked = inngest.createFunction({ id: "try/invoked", triggers: [] }, async ({ event, step }) => {
	const { side } = z.object({ side: z.number() }).loose().parse(event.data);
	if (side < 0) throw new NonRetriableError("a negative side");
	return step.run("square", () => side ** 2);
});

const invoker = inngest.createFunction(on("invoker"), async ({ step }) => {
	const square = await step.invoke("square", { function: invoked, data: { side: 7 } });
	const wrong = await step
		.invoke("wrong", { function: invoked, data: { side: -1 } })
		.catch((error: Error) => error.message);
	return { square, wrong };
});

const idempotent = inngest.createFunction({ ...on("idempotent"), idempotency: "event.data.key" }, async ({ step }) =>
	step.run("once", () => note("idempotent")),
);

const inFlight = new Map<string, number>();
export const mostInFlight = new Map<string, number>();

const limited = inngest.createFunction(
	{ ...on("limited"), concurrency: { limit: 2, key: "event.data.key" } },
	async ({ step, event }) =>
		step.run("busy", async () => {
			const key: string = event.data.key;
			const more = (by: number) => {
				const now = (inFlight.get(key) ?? 0) + by;
				inFlight.set(key, now);
				mostInFlight.set(key, Math.max(now, mostInFlight.get(key) ?? 0));
			};
			more(1);
			await new Promise((resolve) => setTimeout(resolve, 40));
			more(-1);
			return key;
		}),
);

const cancelled = inngest.createFunction(
	{ ...on("cancelled"), cancelOn: [{ event: "try/stop", match: "data.key" }] },
	async ({ step, event }) => {
		await step.sleep("long", "1h");
		return note(`not cancelled ${event.data.key}`);
	},
);

const selective = inngest.createFunction(
	{
		id: "try/selective",
		triggers: [{ event: "try/selective", if: "event.data.amount >= 100 && event.data.kind == 'order'" }],
	},
	async ({ event }) => event.data.amount,
);

export const everyAbility: InngestFunction.Any[] = [
	sequence,
	sentOn,
	parallel,
	loop,
	race,
	wait,
	flaky,
	noSteps,
	retryAfter,
	early,
	exhausted,
	hopeless,
	invoked,
	invoker,
	idempotent,
	limited,
	cancelled,
	selective,
];

type Event = { name: string; id?: string; data: Record<string, unknown> };
export type Ended = { status: string; output: unknown };
export type Scenario = {
	ability: string;
	send: Event[];
	/** Sent once the runs wait or sleep. */
	later?: Event[];
	/** How the runs of each function end, in no order. */
	ends: Record<string, Ended[]>;
	/** How many times the bodies of steps have run after it. */
	did?: Record<string, number>;
};

const send = (name: string, data: Record<string, unknown> = {}): Event => ({ name: `try/${name}`, data });
const completed = (output: unknown): Ended => ({ status: "completed", output });

export const scenarios: Scenario[] = [
	{
		ability: "steps in sequence, sleep, sleepUntil, sendEvent",
		send: [send("sequence", { key: "k" })],
		ends: {
			"try/sequence": [completed({ first: [1, 1], sent: 1, nothing: null, last: { text: "конец", at: 1 } })],
			"try/sent-on": [completed({ from: "k" })],
		},
		did: { "sequence first": 1, "sequence last": 1 },
	},
	{
		ability: "parallel steps",
		send: [send("parallel")],
		ends: { "try/parallel": [completed({ sides: [1, 20, 3, "slept"], after: 1 })] },
		did: { "parallel x": 1, "parallel after": 1 },
	},
	{
		ability: "loops that repeat a step's id",
		send: [send("loop")],
		ends: { "try/loop": [completed([0, 2, 6, 12])] },
	},
	{ ability: "race", send: [send("race")], ends: { "try/race": [completed("fast")] } },
	{
		ability: "waitForEvent with match and timeout",
		send: [send("wait", { id: 5 })],
		later: [send("reply", { id: 4, words: "wrong" }), send("reply", { id: 5, words: "right" })],
		ends: { "try/wait": [completed({ words: "right", never: null })] },
	},
	{
		ability: "retries",
		send: [send("flaky")],
		ends: { "try/flaky": [completed({ value: 3, attempt: 0 })] },
		did: { flaky: 3 },
	},
	{
		ability: "retries of a function without steps",
		send: [send("no-steps")],
		ends: { "try/no-steps": [completed({ attempt: 2 })] },
		did: { "no-steps": 3 },
	},
	{ ability: "RetryAfterError", send: [send("retry-after")], ends: { "try/retry-after": [completed("free")] } },
	{
		ability: "a fact that is early is tried again",
		send: [send("early")],
		ends: { "try/early": [completed("in time")] },
		did: { early: 2 },
	},
	{
		ability: "a step that is out of attempts can be caught",
		send: [send("exhausted")],
		ends: { "try/exhausted": [completed("caught boom after 2")] },
	},
	{
		ability: "NonRetriableError and onFailure",
		send: [send("hopeless", { key: "k" })],
		ends: {
			"try/hopeless": [{ status: "failed", output: expect.objectContaining({ message: "never" }) }],
			"try/hopeless-failure": [completed({ was: "k", of: "mcf-try/hopeless" })],
		},
		did: { hopeless: 1, "hopeless ended: never": 1 },
	},
	{
		ability: "invoke, and an invoked function that fails",
		send: [send("invoker")],
		ends: { "try/invoker": [completed({ square: 49, wrong: "a negative side" })] },
	},
	{
		ability: "idempotency key",
		send: [send("idempotent", { key: 1 }), send("idempotent", { key: 1 }), send("idempotent", { key: 2 })],
		ends: { "try/idempotent": [completed(1), completed(2)] },
		did: { idempotent: 2 },
	},
	{
		ability: "event id",
		send: [
			{ ...send("loop"), id: "the same" },
			{ ...send("loop"), id: "the same" },
		],
		ends: { "try/loop": [completed([0, 6, 14, 24])] },
	},
	{
		ability: "concurrency with a key",
		send: [..."aaaaaabb"].map((key) => send("limited", { key })),
		ends: { "try/limited": [..."aaaaaabb"].map(completed) },
	},
	{
		ability: "cancelOn",
		send: [send("cancelled", { key: "stays" }), send("cancelled", { key: "goes" })],
		later: [send("stop", { key: "goes" })],
		ends: { "try/cancelled": [{ status: "cancelled", output: null }, completed(1)] },
		did: { "not cancelled goes": 0, "not cancelled stays": 1 },
	},
	{
		ability: "a condition on the event",
		send: [
			send("selective", { amount: 99, kind: "order" }),
			send("selective", { amount: 100, kind: "order" }),
			send("selective", { amount: 200, kind: "else" }),
		],
		ends: { "try/selective": [completed(100)] },
	},
];
