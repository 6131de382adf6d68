import { serviceTypeChanged } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { keepServiceType } from "../commands/keep-service-type";

export const keepServiceTypeOnServiceTypeChanged = reaction({
	id: "supplies/keep-service-type",
	on: serviceTypeChanged,
	run: ({ ctx, data, step }) => step.run("keep", () => keepServiceType(ctx, data)),
});
