import { paymentBegun } from "@/server/events/catalog/billing-collections";
import { reaction } from "@/server/inngest/define";
import { sendPayment } from "../commands/send-payment";
import { PATIENCE } from "../domain/collection";

/** Charges the card. As long as it is not known what came of it, the service is asked; a message from it may be quicker. */
export const settlePaymentOnPaymentBegun = reaction({
	id: "billing/settle-payment",
	on: paymentBegun,
	run: async ({ ctx, data, step }) => {
		if ((await step.run("charge", () => sendPayment(ctx, data))).isSettled) return;
		for (const [index, patience] of PATIENCE.entries()) {
			await step.sleep(`wait-${index}`, patience);
			if ((await step.run(`ask-${index}`, () => sendPayment(ctx, data))).isSettled) return;
		}
	},
});
