import { orderUnassigned } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { matchOrder } from "../commands/match-order";
import { releaseReservation } from "../commands/release-reservation";
import { retryWaiting } from "../commands/retry-waiting";

/** The order looks for another; the time of who gave it back may serve others. */
export const rematchOrderOnOrderUnassigned = reaction({
	id: "matching/rematch-order",
	on: orderUnassigned,
	run: async ({ ctx, data: { orderId: order, workerId: sample, assignment }, step }) => {
		await step.run("release", () => releaseReservation(ctx, { order, sample, assignment }));
		await step.run("match", () => matchOrder(ctx, { order }));
		await step.run("retry", () => retryWaiting(ctx, { sample }));
	},
});
