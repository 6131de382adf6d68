/**
 * A function for each thing that functions may use, and what it must result in, whichever engine runs it. Steps tell of what
 * they do in `trace`.
 */
import { type InngestFunction, NonRetriableError, RetryAfterError } from "inngest";
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
