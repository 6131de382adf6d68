import { sandboxChargeAccepted } from "@/server/events/catalog/billing-collections";
import { reaction } from "@/server/inngest/define";
import { sandboxSettings } from "../adapters/sandbox-card";
import { decideSandboxCharge, deliverSandboxStatement } from "../adapters/sandbox-card-service";

/** The sandbox's card service at work: it decides late, and tells our own webhook over HTTP as often as the card says. */
export const answerSandboxChargeOnAccepted = reaction({
	id: "billing/answer-sandbox-charge",
	on: sandboxChargeAccepted,
	async run({ ctx, data: { charge, answersAt, times }, step }) {
		const settings = sandboxSettings();
		if (!settings) return;
		await step.sleepUntil("take time", answersAt);
		const statement = await step.run("decide", () => decideSandboxCharge(ctx, charge));
		if (!statement) return;
		for (let time = 1; time <= times; time++) {
			await step.run(`deliver-${time}`, () => deliverSandboxStatement(settings, statement));
		}
	},
});
