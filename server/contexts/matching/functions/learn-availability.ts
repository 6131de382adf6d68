import { availabilityChanged } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { learnAvailability } from "../commands/learn-availability";
import { retryWaiting } from "../commands/retry-waiting";

/** Who has more time may take what waits. */
export const learnAvailabilityOnAvailabilityChanged = reaction({
	id: "matching/learn-availability",
	on: availabilityChanged,
	run: async ({ ctx, data: { workerId: sample, version, weeklyHours, daysOff }, step }) => {
		await step.run("learn", () => learnAvailability(ctx, { sample, version, weeklyHours, daysOff }));
		await step.run("retry", () => retryWaiting(ctx, { sample }));
	},
});
