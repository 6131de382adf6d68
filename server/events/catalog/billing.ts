import { z } from "zod";
import { clientId, orderId, workerId } from "@/server/kernel/ids";
import { moneyWire } from "@/server/kernel/money";
import { defineEvent } from "./_define";
import { endingNumber, outcome } from "./_parts";

export const chargePosted = defineEvent("billing/charge.posted", {
	version: 1,
	meaning: "An order's ending is in the books: what the client owes, what the worker earns or loses.",
	schema: z.object({
		orderId,
		orderNumber: z.int().positive(),
		clientId,
		workerId,
		ending: endingNumber,
		outcome,
		clientOwes: moneyWire,
		/** Positive: earned. Negative: a penalty. */
		workerGets: moneyWire,
	}),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "outcome", "clientOwes"], worker: ["orderId", "outcome", "workerGets"] },
});
