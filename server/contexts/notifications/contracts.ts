import { z } from "zod";
import { orderId } from "@/server/kernel/ids";

export const mailboxInput = z.object({
	/** Messages older than this one, for the next page. */
	cursor: z.uuid().optional(),
});

export const messageInput = z.object({ messageId: z.uuid() });

export const orderInput = z.object({ orderId });
