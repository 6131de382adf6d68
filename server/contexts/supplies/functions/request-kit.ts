import { orderAssigned } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { requestKit } from "../commands/request-kit";

export const requestKitOnOrderAssigned = reaction({
	id: "supplies/request-kit",
	on: orderAssigned,
	run: ({ ctx, data, step }) => step.run("request", () => requestKit(ctx, data)),
});
