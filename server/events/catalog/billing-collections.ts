import { z } from "zod";
import { clientId, creditNoteId, invoiceId, orderId, paymentId, refundId } from "@/server/kernel/ids";
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
	schema: z.object({
		...{ ...aboutInvoice, by: z.enum(["card", "transfer"]) },
		/** An invoice may be paid again, when what had paid it was taken back. */
		paymentId: paymentId.optional(),
	}),
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
	meaning: "An invoice was not paid in time, or is owed again: its client can place no orders until it is paid.",
	schema: z.object({
		...aboutInvoice,
		/** Why it is owed again though it was paid: the client's bank took a payment back, or it had not come after all. */
		again: z.object({ why: z.enum(["charged-back", "not-received"]), what: z.string() }).optional(),
	}),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: seen },
});

export const creditGranted = defineEvent("billing/credit.granted", {
	version: 2,
	meaning: "A charge, or a part of it, was waived.",
	schema: z.object({
		...{ creditNoteId, orderId, clientId, amount: moneyWire },
		orderNumber: z.int().positive(),
		/** The manager's, for the client to read. */
		reason: z.string(),
		/** It lowers the open invoice that is named, or what was paid for that one goes back; else it lowers the next. */
		way: z.enum(["invoice", "refund", "next"]),
		invoiceId: invoiceId.nullable(),
		/** The invoice's number. */
		number: z.string().nullable(),
	}),
	subjects: ["orderId", "clientId", "invoiceId"],
	visibleTo: { client: ["orderId", "amount", "reason", "way", "invoiceId", "number"] },
});

const aboutRefund = { ...aboutInvoice, refundId, orderId, by: z.enum(["card", "transfer"]) };
const seenOfRefund = [...seen, "orderId", "by"] as const;

export const refundBegun = defineEvent("billing/refund.begun", {
	version: 1,
	meaning: "What was waived of an invoice that is paid is to be given back.",
	schema: z.object({ ...aboutRefund, paymentId }),
	subjects: ["invoiceId", "clientId", "orderId"],
	visibleTo: { client: seenOfRefund },
});

export const refundPaid = defineEvent("billing/refund.paid", {
	version: 1,
	meaning: "What was waived of an invoice that is paid was given back to the client.",
	schema: z.object(aboutRefund),
	subjects: ["invoiceId", "clientId", "orderId"],
	visibleTo: { client: seenOfRefund },
});

export const refundFailed = defineEvent("billing/refund.failed", {
	version: 1,
	meaning: "A refund was refused or came back: it lowers the client's next invoice instead.",
	/** `reason` is the card service's own code. */
	schema: z.object({ ...aboutRefund, reason: z.string(), hadSucceeded: z.boolean() }),
	subjects: ["invoiceId", "clientId", "orderId"],
	visibleTo: { client: seenOfRefund },
});

export const disputeNoted = defineEvent("billing/dispute.noted", {
	version: 1,
	meaning: "A client's bank demands a card payment back, or has decided about it.",
	schema: z.object({ ...aboutInvoice, disputeId: z.string(), paymentId, outcome: z.enum(["open", "won", "lost"]) }),
	subjects: ["invoiceId", "clientId"],
});

export const sandboxChargeAccepted = defineEvent("billing/sandbox-charge.accepted", {
	version: 1,
	meaning: "The sandbox's card service took a charge and will tell what became of it by a message.",
	schema: z.object({ charge: paymentId, answersAt: instantText, times: z.int().positive() }),
	subjects: [],
});

export const sandboxRefundAccepted = defineEvent("billing/sandbox-refund.accepted", {
	version: 1,
	meaning: "The sandbox's card service took a refund and will tell what became of it by a message.",
	schema: z.object({ refund: refundId, answersAt: instantText, times: z.int().positive() }),
	subjects: [],
});
