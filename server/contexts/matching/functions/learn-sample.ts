import type { EventData } from "@/server/events/catalog/_define";
import { workerChanged } from "@/server/events/catalog/hiring";
import { reaction } from "@/server/inngest/define";
import { learnSample } from "../commands/learn-sample";
import { retryWaiting } from "../commands/retry-waiting";
import { levelsOf } from "../domain/levels";

/** The replica of the samples. With the pool, what orders wait for may have changed. */
export const learnSampleOnWorkerChanged = reaction({
	id: "matching/learn-sample",
	on: workerChanged,
	run: async ({ ctx, data, step }) => {
		const { workerId: id, version, name, active } = data;
		await step.run("learn", () =>
			learnSample(ctx, { id, version, name, active, levels: levelsOf(data), traits: traitsOf(data) }),
		);
		await step.run("retry", () => retryWaiting(ctx, { sample: null }));
	},
});

const traitsOf = ({ strengths, weaknesses }: EventData<typeof workerChanged>) =>
	[...strengths, ...weaknesses].map(({ trait, name }) => ({ trait, name }));
