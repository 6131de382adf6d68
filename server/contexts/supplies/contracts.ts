import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { kitId, orderId } from "@/server/kernel/ids";
import { line } from "@/server/kernel/text";

export const suppliesRefusals = defineRefusals("supplies", {
	not_on_shelf: "CONFLICT",
	not_issued: "CONFLICT",
	undo_too_late: "CONFLICT",
	job_started: "CONFLICT",
	cookie_not_here: "CONFLICT",
	not_to_be_returned: "CONFLICT",
});

export const aboutKit = z.object({ kitId });
export const aboutOrder = z.object({ orderId });

export const tickItemInput = z.object({ kitId, position: z.int().min(0).max(1000), ticked: z.boolean() });

/** What the contractor tells us when a cookie has been brought to the warehouse. */
export const cookieDelivery = z.object({
	/** The idempotency key of our order. */
	order: orderId,
	reference: line(200),
	status: z.literal("delivered"),
});
