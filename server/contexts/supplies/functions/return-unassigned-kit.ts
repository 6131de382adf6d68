import { orderUnassigned } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { recordUnassignment } from "../commands/record-unassignment";

export const returnUnassignedKitOnOrderUnassigned = reaction({
	id: "supplies/return-unassigned-kit",
	on: orderUnassigned,
	run: ({ ctx, data, step }) => step.run("record", () => recordUnassignment(ctx, data)),
});
