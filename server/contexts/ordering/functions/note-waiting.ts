import { matchWaiting } from "@/server/events/catalog/matching";
import { reaction } from "@/server/inngest/define";
import { noteWaiting } from "../commands/note-waiting";

export const noteWaitingOnMatchWaiting = reaction({
	id: "ordering/note-waiting",
	on: matchWaiting,
	run: ({ ctx, data, step }) => step.run("note", () => noteWaiting(ctx, data)),
});
