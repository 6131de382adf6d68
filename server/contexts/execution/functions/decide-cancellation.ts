import { orderCancellationRequested } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { decideCancellation } from "../commands/decide-cancellation";

export const decideCancellationOnRequest = reaction({
	id: "execution/decide-cancellation",
	on: orderCancellationRequested,
	run: ({ ctx, data, step, eventId }) => step.run("decide", () => decideCancellation(ctx, data, eventId)),
});
