import { z } from "zod";
import { bonusId, clientId, invoiceId, orderId, payoutId, transferId, workerId } from "@/server/kernel/ids";
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

export const invoiceIssued = defineEvent("billing/invoice.issued", {
	version: 1,
	meaning: "A week was closed: this is what the client is asked to pay for it.",
	schema: z.object({
		invoiceId,
		clientId,
		number: z.string(),
		/** The day of the cut-off. */
		week: z.iso.date(),
		total: moneyWire,
		lineCount: z.int().positive(),
	}),
	subjects: ["invoiceId", "clientId"],
	visibleTo: { client: ["invoiceId", "number", "week", "total", "lineCount"] },
});

export const payoutIssued = defineEvent("billing/payout.issued", {
	version: 1,
	meaning: "A month was closed: this is what the worker gets for it, or owes after it.",
	schema: z.object({
		payoutId,
		workerId,
		number: z.string(),
		/** The day of the cut-off. */
		month: z.iso.date(),
		/** What is paid. */
		amount: moneyWire,
		/** Debts, zero or less. */
		carriedIn: moneyWire,
		carriedOut: moneyWire,
	}),
	subjects: ["payoutId", "workerId"],
	visibleTo: { worker: ["payoutId", "number", "month", "amount", "carriedIn", "carriedOut"] },
});

export const bonusGranted = defineEvent("billing/bonus.granted", {
	version: 1,
	meaning: "A worker was given a bonus.",
	schema: z.object({ bonusId, workerId, amount: moneyWire, reason: z.string() }),
	subjects: ["bonusId", "workerId"],
	personal: ["reason"],
	visibleTo: { worker: ["bonusId", "amount", "reason"] },
});

export const transferRequested = defineEvent("billing/transfer.requested", {
	version: 1,
	meaning: "A payout is to be transferred: Gold Hat has to be asked.",
	schema: z.object({ transferId, payoutId, workerId }),
	subjects: ["transferId", "payoutId", "workerId"],
});

const transferred = {
	...{ transferId, payoutId, workerId },
	number: z.string(),
	/** The day of the cut-off. */
	month: z.iso.date(),
	amount: moneyWire,
};

export const payoutPaid = defineEvent("billing/payout.paid", {
	version: 1,
	meaning: "Gold Hat has transferred a payout to the worker.",
	schema: z.object(transferred),
	subjects: ["transferId", "payoutId", "workerId"],
	visibleTo: { worker: ["payoutId", "number", "month", "amount"] },
});

export const payoutRejected = defineEvent("billing/payout.rejected", {
	version: 1,
	meaning: "Gold Hat has refused to transfer a payout.",
	schema: z.object({ ...transferred, reason: z.string() }),
	subjects: ["transferId", "payoutId", "workerId"],
	visibleTo: { worker: ["payoutId", "number", "month", "amount", "reason"] },
});

export const sandboxTransferAccepted = defineEvent("billing/sandbox-transfer.accepted", {
	version: 1,
	meaning: "Demo mode's Gold Hat has taken a transfer and will decide about it.",
	schema: z.object({
		transferId,
		/** Why it will be rejected; null: it won't. */
		reason: z.string().nullable(),
		decidesAt: z.iso.datetime(),
		/** How often, and when, our webhook hears of it. */
		tellsAt: z.array(z.iso.datetime()),
	}),
	subjects: ["transferId"],
});
