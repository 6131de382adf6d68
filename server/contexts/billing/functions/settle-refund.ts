import { refundBegun } from "@/server/events/catalog/billing-collections";
import { reaction } from "@/server/inngest/define";
import { sendRefund } from "../commands/send-refund";
import { PATIENCE } from "../domain/collection";

/** Has the card service give back a refund. As long as it is not known what came of it, the service is asked. */
export const settleRefundOnRefundBegun = reaction({
	id: "billing/settle-refund",
	on: refundBegun,
	run: async ({ ctx, data, step }) => {
		if ((await step.run("refund", () => sendRefund(ctx, data))).isSettled) return;
		for (const [index, patience] of PATIENCE.entries()) {
			await step.sleep(`wait-${index}`, patience);
			if ((await step.run(`ask-${index}`, () => sendRefund(ctx, data))).isSettled) return;
		}
	},
});
