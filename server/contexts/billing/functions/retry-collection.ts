import { collectionFailed } from "@/server/events/catalog/billing-collections";
import { reaction } from "@/server/inngest/define";
import { retryCollection } from "../commands/retry-collection";
import { patienceAfter } from "../domain/collection";

/** Follows an invoice from its first refusal on: the card is tried again on the days that the policy names. */
export const retryCollectionOnCollectionFailed = reaction({
	id: "billing/retry-collection",
	on: collectionFailed,
	run: async ({ ctx, data: { invoiceId, isFirst, retriesAt }, step }) => {
		if (!isFirst) return;
		for (const [index, at] of retriesAt.entries()) {
			const left = retriesAt.length - 1 - index;
			await step.sleepUntil(`wait for retry ${index + 1}`, at);
			for (let look = 1; ; look++) {
				const { next } = await step.run(`retry-${index + 1}-${look}`, () => retryCollection(ctx, { invoiceId, left }));
				if (next === "go on") break;
				await step.sleep(`retry-${index + 1}-wait-${look}`, patienceAfter(look));
			}
		}
	},
});
