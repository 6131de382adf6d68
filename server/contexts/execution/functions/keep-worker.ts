import { workerChanged } from "@/server/events/catalog/hiring";
import { reaction } from "@/server/inngest/define";
import { keepWorker } from "../commands/keep-worker";

/** Whoever goes inactive gives back what somebody else can still take. */
export const keepWorkerOnWorkerChanged = reaction({
	id: "execution/keep-worker",
	on: workerChanged,
	run: ({ ctx, data: { workerId, version, active }, step }) =>
		step.run("keep", () => keepWorker(ctx, { workerId, version, active })),
});
