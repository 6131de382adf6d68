import { workerMatched } from "@/server/events/catalog/matching";
import { reaction } from "@/server/inngest/define";
import { assignWorker } from "../commands/assign-worker";

export const assignWorkerOnWorkerMatched = reaction({
	id: "ordering/assign-worker",
	on: workerMatched,
	run: ({ ctx, data, step }) => step.run("assign", () => assignWorker(ctx, data)),
});
