import { sandboxCookieAccepted } from "@/server/events/catalog/supplies";
import { reaction } from "@/server/inngest/define";
import { bakerySettings } from "../adapters/cookie-baker";
import { deliverSandboxCookie, isAnnouncedTwice } from "../adapters/cookie-baker-sandbox";

/** Demo mode's contractor at work: ten minutes of business time in the oven, then a message to our own webhook over HTTP. */
export const bakeSandboxCookieOnAccepted = reaction({
	id: "supplies/bake-sandbox-cookie",
	on: sandboxCookieAccepted,
	async run({ data, step }) {
		const settings = bakerySettings();
		if (!settings) return;
		await step.sleepUntil("bake", data.readyAt);
		await step.run("deliver", () => deliverSandboxCookie(settings, data));
		if (isAnnouncedTwice(data.reference)) await step.run("deliver again", () => deliverSandboxCookie(settings, data));
	},
});
