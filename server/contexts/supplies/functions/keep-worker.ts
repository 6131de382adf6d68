import { workerChanged } from "@/server/events/catalog/hiring";
import { reaction } from "@/server/inngest/define";
import { keepWorker } from "../commands/keep-worker";

export const keepWorkerOnWorkerChanged = reaction({
	id: "supplies/keep-worker",
	on: workerChanged,
	run: ({ ctx, data, step }) => step.run("keep", () => keepWorker(ctx, data)),
});
