import { orderAssigned } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { noteTerms } from "../commands/note-terms";

export const noteTermsOnOrderAssigned = reaction({
	id: "billing/note-terms",
	on: orderAssigned,
	run: ({ ctx, data, step }) => step.run("note", () => noteTerms(ctx, data)),
});
