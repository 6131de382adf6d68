import { jobReleased } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { unassignWorker } from "../commands/unassign-worker";

export const unassignWorkerOnJobReleased = reaction({
	id: "ordering/unassign-worker",
	on: jobReleased,
	run: ({ ctx, data, step }) => step.run("unassign", () => unassignWorker(ctx, data)),
});
