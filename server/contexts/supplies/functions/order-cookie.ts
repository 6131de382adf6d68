import { kitRequested } from "@/server/events/catalog/supplies";
import { reaction } from "@/server/inngest/define";
import { orderCookie } from "../commands/order-cookie";

/** Apart from the timer that gives the cookie up: a contractor who does not answer is asked again for hours. */
export const orderCookieOnKitRequested = reaction({
	id: "supplies/order-cookie",
	on: kitRequested,
	run: ({ ctx, data, step }) => step.run("order", () => orderCookie(ctx, data)),
});
