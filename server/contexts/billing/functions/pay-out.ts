import { payoutIssued } from "@/server/events/catalog/billing";
import { reaction } from "@/server/inngest/define";
import { fromWire, zero } from "@/server/kernel/money";
import { payOut } from "../commands/pay-out";

export const payOutOnIssued = reaction({
	id: "billing/pay-out",
	on: payoutIssued,
	async run({ ctx, data, step }) {
		if (fromWire(data.amount) > zero) await step.run("pay", () => payOut(ctx, data));
	},
});
