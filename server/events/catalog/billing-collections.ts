import { z } from "zod";
import { clientId, creditNoteId, invoiceId, orderId, paymentId } from "@/server/kernel/ids";
import { moneyWire } from "@/server/kernel/money";
import { defineEvent } from "./_define";
import { instantText } from "./_parts";

const aboutInvoice = { invoiceId, clientId, number: z.string(), amount: moneyWire };
const seen = ["invoiceId", "number", "amount"] as const;

export const paymentBegun = defineEvent("billing/payment.begun", {
	version: 1,
	meaning: "A card is to be charged for an invoice.",
	schema: z.object({ ...aboutInvoice, paymentId }),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: seen },
});

export const invoicePaid = defineEvent("billing/invoice.paid", {
	version: 1,
	meaning: "The client has paid an invoice.",
	schema: z.object({ ...aboutInvoice, by: z.enum(["card", "transfer"]) }),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: [...seen, "by"] },
});

export const collectionFailed = defineEvent("billing/invoice.collection-failed", {
	version: 1,
	meaning: "The client's card was refused for an invoice.",
	schema: z.object({
		...aboutInvoice,
		paymentId,
		/** The card service's own code. */
		reason: z.string(),
		isFirst: z.boolean(),
		/** When it is tried again, all of the times; none after the last try. */
		retriesAt: z.array(instantText),
	}),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: [...seen, "retriesAt"] },
});

export const invoiceOverdue = defineEvent("billing/invoice.overdue", {
	version: 1,
	meaning: "An invoice was not paid in time: its client can place no orders until it is.",
	schema: z.object(aboutInvoice),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: seen },
});

export const creditGranted = defineEvent("billing/credit.granted", {
	version: 1,
	meaning: "A charge, or a part of it, was waived.",
	/** `invoiceId` is the open invoice that it lowers; without one it lowers the next. */
	schema: z.object({ creditNoteId, orderId, clientId, amount: moneyWire, invoiceId: invoiceId.nullable() }),
	subjects: ["orderId", "clientId", "invoiceId"],
	visibleTo: { client: ["orderId", "amount", "invoiceId"] },
});

export const sandboxChargeAccepted = defineEvent("billing/sandbox-charge.accepted", {
	version: 1,
	meaning: "The sandbox's card service took a charge and will tell what became of it by a message.",
	schema: z.object({ charge: paymentId, answersAt: instantText, times: z.int().positive() }),
	subjects: [],
});
