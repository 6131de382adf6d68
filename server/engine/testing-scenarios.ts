/** What is sent to the functions of `testing-functions.ts`, and what must come of it on every engine. */
import { expect } from "vitest";

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
