import { sandboxTransferAccepted } from "@/server/events/catalog/billing";
import { reaction } from "@/server/inngest/define";
import { goldHatSettings } from "../adapters/gold-hat";
import { decideSandboxTransfer, tellOfSandboxTransfer } from "../adapters/gold-hat-sandbox";

/** Demo mode's Gold Hat at work: it makes up its mind, and says so to our own webhook over HTTP, as often as it was told to. */
export const decideSandboxTransferOnAccepted = reaction({
	id: "billing/decide-sandbox-transfer",
	on: sandboxTransferAccepted,
	async run({ ctx, data, step }) {
		const settings = goldHatSettings();
		if (!settings) return;
		const { transferId, reason, decidesAt, tellsAt } = data;
		await step.sleepUntil("think", decidesAt);
		await step.run("decide", () => decideSandboxTransfer(ctx, transferId, reason));
		for (const [time, at] of tellsAt.entries()) {
			await step.sleepUntil(`wait-${time}`, at);
			await step.run(`tell-${time}`, () => tellOfSandboxTransfer(settings, transferId, reason));
		}
	},
});
