import { workerChanged } from "@/server/events/catalog/hiring";
import { reaction } from "@/server/inngest/define";
import { registerWorker } from "../commands/register-worker";

export const registerWorkerOnWorkerChanged = reaction({
	id: "identity/register-worker",
	on: workerChanged,
	run: ({ ctx, data, step }) => step.run("register", () => registerWorker(ctx, data)),
});
