import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { orderId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { idempotencyKey, line, requiredProse } from "@/server/kernel/text";

export const notificationsRefusals = defineRefusals("notifications", {
	still_queued: "CONFLICT",
	nobody_to_tell: "PRECONDITION_FAILED",
});

export const mailboxInput = z.object({
	/** Messages older than this one, for the next page. */
	cursor: z.uuid().optional(),
});

export const messageInput = z.object({ messageId: z.uuid() });

export const messageStates = ["queued", "sent", "mailbox", "failed"] as const;
export type MessageState = (typeof messageStates)[number];

/** Every message to everybody, and what became of it. */
export const deliveriesList = defineList({
	name: "deliveries",
	filters: {
		state: z.enum(messageStates),
		/** Part of a recipient's name or address, or the id of a message or an order. */
		search: line(200),
		/** Days of business time, both included. */
		from: z.iso.date(),
		to: z.iso.date(),
	},
	sorts: { at: ["instant", "id"] },
	sort: "at",
	order: "desc",
});

export const resendInput = z.object({ messageId: z.uuid(), reason: requiredProse(500), idempotencyKey });

export const orderInput = z.object({ orderId });
