/** Functions that use each thing an engine must do, and tell of it in their result or in `trace`. */
import type { InngestFunction } from "inngest";
import { inngest } from "../inngest/client";

/** What the bodies of steps did, in order. */
export const trace: string[] = [];
const count = (what: string): number => {
	trace.push(what);
	return trace.filter((entry) => entry === what).length;
};

const sequence = inngest.createFunction(
	{ id: "try/sequence", triggers: [{ event: "try/sequence" }] },
	async ({ step, event }) => {
		const first = await step.run("first", () => [1, count(`first ${event.data.key}`)]);
		await step.sleep("nap", "1h");
		const sent = await step.sendEvent("send", { name: "try/other", data: { from: "sequence" } });
		await step.sleepUntil("until", new Date("2030-01-01T00:00:00Z"));
		const last = await step.run("last", () => ({ text: "last" }));
		return { first, sent: sent.ids.length, last };
	},
);

const parallel = inngest.createFunction(
	{ id: "try/parallel", triggers: [{ event: "try/parallel" }] },
	async ({ step }) => {
		const sides = await Promise.all([
			step.run("x", () => count("x")),
			step.run("y", () => 2).then((two) => step.run("after y", () => two * 10)),
			step.run("z", () => 3),
		]);
		const loop: number[] = [];
		for (let at = 0; at < 3; at++) loop.push(await step.run("loop", () => at));
		return { sides, loop };
	},
);

export const everyAbility: InngestFunction.Any[] = [sequence, parallel];
