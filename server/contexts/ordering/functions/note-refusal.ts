import { cancellationRefused } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { noteRefusal } from "../commands/note-refusal";

export const noteRefusalOnCancellationRefused = reaction({
	id: "ordering/note-refusal",
	on: cancellationRefused,
	run: ({ ctx, data, step }) => step.run("note", () => noteRefusal(ctx, data)),
});
