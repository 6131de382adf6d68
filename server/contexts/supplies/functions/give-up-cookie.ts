import { kitRequested } from "@/server/events/catalog/supplies";
import { reaction } from "@/server/inngest/define";
import { giveUpCookie } from "../commands/give-up-cookie";
import { getCookieDeadline } from "../queries/get-cookie-deadline";

export const giveUpCookieOnKitRequested = reaction({
	id: "supplies/give-up-cookie",
	on: kitRequested,
	async run({ ctx, data, step }) {
		const { giveUpAt } = await step.run("deadline", () => getCookieDeadline(ctx, data));
		await step.sleepUntil("wait for the cookie", giveUpAt);
		await step.run("give up", () => giveUpCookie(ctx, data));
	},
});
