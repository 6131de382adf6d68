import { workerChanged } from "@/server/events/catalog/hiring";
import { reaction } from "@/server/inngest/define";
import { replicateWorker } from "../commands/replicate-worker";

export const replicateWorkerOnWorkerChanged = reaction({
	id: "ordering/replicate-worker",
	on: workerChanged,
	run: ({ ctx, data, step }) => step.run("replicate", () => replicateWorker(ctx, data)),
});
