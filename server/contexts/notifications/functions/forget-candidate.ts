import { candidateErased } from "@/server/events/catalog/hiring-applications";
import { reaction } from "@/server/inngest/define";
import { forgetCandidate } from "../commands/forget-candidate";

export const forgetCandidateOnErased = reaction({
	id: "notifications/forget-candidate",
	on: candidateErased,
	run: ({ ctx, data, step }) => step.run("forget", () => forgetCandidate(ctx, data)),
});
