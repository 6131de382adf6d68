import { replacementRequested } from "@/server/events/catalog/matching";
import { reaction } from "@/server/inngest/define";
import { decideReplacement } from "../commands/decide-replacement";

export const decideReplacementOnRequest = reaction({
	id: "execution/decide-replacement",
	on: replacementRequested,
	run: ({ ctx, data, step, eventId }) => step.run("decide", () => decideReplacement(ctx, data, eventId)),
});
