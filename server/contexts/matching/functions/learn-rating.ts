import { orderRated } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { learnRating } from "../commands/learn-rating";

export const learnRatingOnOrderRated = reaction({
	id: "matching/learn-rating",
	on: orderRated,
	run: ({ ctx, data: { orderId, workerId, stars }, step }) =>
		step.run("learn", () => learnRating(ctx, { order: orderId, sample: workerId, stars })),
});
