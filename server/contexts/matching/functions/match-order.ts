import { orderPlaced } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { matchOrder } from "../commands/match-order";
import { noteDemand } from "../commands/note-demand";

/** Noted and matched in two transactions: who becomes free in between finds the order noted. */
export const matchOrderOnOrderPlaced = reaction({
	id: "matching/match-order",
	on: orderPlaced,
	run: async ({ ctx, data, step }) => {
		await step.run("note", () =>
			noteDemand(ctx, {
				order: data.orderId,
				number: data.orderNumber,
				reference: data.clientId,
				type: data.serviceTypeId,
				zone: data.place.zoneId,
				startsAt: new Date(data.startsAt),
				durationMinutes: data.durationMinutes,
				excluded: data.excludeWorkerId ? [data.excludeWorkerId] : [],
			}),
		);
		await step.run("match", () => matchOrder(ctx, { order: data.orderId }));
	},
});
