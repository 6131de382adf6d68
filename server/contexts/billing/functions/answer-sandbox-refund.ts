import { sandboxRefundAccepted } from "@/server/events/catalog/billing-collections";
import { reaction } from "@/server/inngest/define";
import { sandboxSettings } from "../adapters/sandbox-card";
import { deliverSandboxStatement } from "../adapters/sandbox-card-service";
import { decideSandboxRefund } from "../adapters/sandbox-refund-service";

/** The sandbox's card service at work: it decides late, or thinks better of it, and tells our own webhook over HTTP. */
export const answerSandboxRefundOnAccepted = reaction({
	id: "billing/answer-sandbox-refund",
	on: sandboxRefundAccepted,
	async run({ ctx, data: { refund, answersAt, times }, step }) {
		const settings = sandboxSettings();
		if (!settings) return;
		await step.sleepUntil("take time", answersAt);
		const statement = await step.run("decide", () => decideSandboxRefund(ctx, refund));
		if (!statement) return;
		for (let time = 1; time <= times; time++) {
			await step.run(`deliver-${time}`, () => deliverSandboxStatement(settings, statement));
		}
	},
});
