import { applicationSubmitted } from "@/server/events/catalog/hiring-applications";
import { reaction } from "@/server/inngest/define";
import { findDuplicates } from "../commands/find-duplicates";
import { keepPhoto } from "../commands/keep-photo";

/** All about an application that costs something: few at a time, so that a flood of them keeps nothing else waiting. */
export const receiveApplicationOnSubmitted = reaction({
	id: "hiring/receive-application",
	on: applicationSubmitted,
	concurrency: { limit: 4 },
	run: async ({ ctx, data: { applicationId }, step }) => {
		await step.run("keep-photo", () => keepPhoto(ctx, { applicationId }));
		await step.run("find-duplicates", () => findDuplicates(ctx, { applicationId }));
	},
});
