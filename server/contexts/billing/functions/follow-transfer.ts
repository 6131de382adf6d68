import { payoutPaid, payoutRejected, transferRequested } from "@/server/events/catalog/billing";
import { reaction } from "@/server/inngest/define";
import { followTransfer } from "../commands/follow-transfer";
import { isDecided, LOOKS, patienceBefore } from "../domain/transfer";

/** Sends a transfer, and asks about it for as long as Gold Hat has not said what became of it. What it says ends this. */
export const followTransferOnRequested = reaction({
	id: "billing/follow-transfer",
	on: transferRequested,
	cancelOn: [
		{ event: payoutPaid, match: "transferId" },
		{ event: payoutRejected, match: "transferId" },
	],
	async run({ ctx, data, step }) {
		let { status } = await step.run("send", () => followTransfer(ctx, data));
		for (let look = 0; look < LOOKS && !isDecided(status); look++) {
			await step.sleep(`wait-${look}`, patienceBefore(look, status));
			({ status } = await step.run(`ask-${look}`, () => followTransfer(ctx, data)));
		}
	},
});
