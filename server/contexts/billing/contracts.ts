import { z } from "zod";
import {
	approvalId,
	clientId,
	invoiceId,
	orderId,
	paymentId,
	payoutId,
	refundId,
	transferId,
	workerId,
} from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { moneySchema } from "@/server/kernel/money";
import { idempotencyKey, line, prose } from "@/server/kernel/text";
import { invoiceStatuses, invoiceTroubles } from "./domain/collection";
import { reasonOfOthers } from "./domain/reason-of-others";
import { SANDBOX_CARDS } from "./domain/sandbox-card";

export { billingRefusals } from "./domain/refusals";
export { invoiceStatuses, invoiceTroubles, SANDBOX_CARDS };

export const openingBalanceInput = z.object({
	idempotencyKey,
	clientId,
	paid: moneySchema.refine((paid) => paid > 0n),
	reason: line(200),
});

/** A page of a statement: the lines older than the one that the cursor names. */
export const pageInput = z.object({
	cursor: z
		.string()
		.regex(/^\d{1,18}$/)
		.transform(BigInt)
		.optional(),
});

export const orderInput = z.object({ orderId });

export const invoiceInput = z.object({ invoiceId });

/** A page of invoices: those of weeks before the one that the cursor names. */
export const invoicesInput = z.object({ cursor: z.iso.date().optional() });

/** How a client pays. */
export const chooseMethodInput = z.object({
	idempotencyKey,
	method: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("sandbox-card"), card: z.enum(SANDBOX_CARDS) }),
		z.object({ kind: z.literal("bank-transfer") }),
	]),
});

const positive = moneySchema.refine((amount) => amount > 0n);

/** A charge, or a part of it, is waived. */
export const waiverForm = z.object({ amount: positive, reason: line(200) });
export const waiveChargeInput = waiverForm.extend({ idempotencyKey, orderId });

/** A card is left at the card service's own page. */
export const beginCardInput = z.object({ idempotencyKey });

/** `amount` is what was shown. */
export const payInvoiceInput = z.object({ idempotencyKey, invoiceId, amount: positive });

export const officeClientInput = z.object({ clientId });

/** */
export const bonusForm = z.object({
	amount: moneySchema.refine((amount) => amount > 0n),
	reason: line(200),
});

export const grantBonusInput = bonusForm.extend({ idempotencyKey, workerId });

export const decideApprovalInput = z.object({
	approvalId,
	decision: z.enum(["approved", "declined"]),
	/** What the one who decides says about it. */
	words: prose(500),
});

/** Kinds of transactions and accounts are words of the books; one that they do not know finds nothing. */
const word = z
	.string()
	.regex(/^[a-z]+(-[a-z]+)*$/)
	.max(40);
const day = z
	.string()
	.regex(/^20\d\d-\d\d-\d\d$/)
	.pipe(z.iso.date());

/** The books, the newest first. */
export const ledgerList = defineList({
	name: "ledger",
	filters: {
		/** A transaction's number, or words of its reason. */
		search: prose(100),
		kind: word,
		/** A kind of account that it touches. */
		account: word,
		/** Whose account it touches. */
		clientId: z.uuid(),
		workerId: z.uuid(),
		orderId: z.uuid(),
		/** Business dates, both included. */
		from: day,
		to: day,
	},
	sorts: { date: ["day", "amount"] },
	sort: "date",
	order: "desc",
});

export const transactionInput = z.object({
	transactionId: z
		.string()
		.regex(/^\d{1,18}$/)
		.transform(BigInt),
});

/** The seals, the newest first. */
export const sealsList = defineList({
	name: "seals",
	filters: {},
	sorts: { day: ["day"] },
	sort: "day",
	order: "desc",
});

/** Who would be invoiced how much if the week were closed now. */
export const officeInvoicesList = defineList({
	name: "invoices",
	filters: {
		/** An invoice's number, or a part of its client's name. */
		search: prose(100),
		status: z.enum(invoiceStatuses),
		trouble: z.enum(invoiceTroubles),
		clientId: z.uuid(),
		/** The days of the weekly cut-offs, both included. */
		from: day,
		to: day,
	},
	sorts: { number: ["count", "count"], total: ["amount", "id"] },
	sort: "number",
	order: "desc",
	onlySortedAsUsual: ["from", "to"],
});

/** The transfer of all that is due, as the bank's statement has it. */
export const confirmTransferInput = z.object({
	idempotencyKey,
	invoiceId,
	amount: positive,
	/** The bank's. */
	reference: line(100),
});

/** What a manager has found out about a payment, and how. */
export const resolvePaymentForm = z.object({ became: z.enum(["succeeded", "refused"]), reason: line(200) });

export const resolvePaymentInput = resolvePaymentForm.extend({ idempotencyKey, paymentId });

/** What came by the bank went back by the bank, as its statement has it. */
export const confirmRefundInput = z.object({
	idempotencyKey,
	refundId,
	amount: positive,
	/** The bank's. */
	reference: line(100),
});

/** What was done about a dispute that was lost. */
export const closeDisputeForm = z.object({ reason: line(200) });
export const closeDisputeInput = closeDisputeForm.extend({ disputeId: line(100) });

/** What really became of something about which its service contradicts itself, as a manager has found out, and how. */
export const askRulingInput = resolvePaymentForm.extend({
	idempotencyKey,
	about: z.discriminatedUnion("what", [
		z.object({ what: z.literal("payment"), id: paymentId }),
		z.object({ what: z.literal("refund"), id: refundId }),
		z.object({ what: z.literal("transfer"), id: transferId }),
	]),
});

export const resolveRefundInput = resolvePaymentForm.extend({ idempotencyKey, refundId });

export const comingInvoicesList = defineList({
	name: "coming-invoices",
	filters: { search: prose(100) },
	sorts: { total: ["amount", "id"] },
	sort: "total",
	order: "desc",
});

/** A Gold Hat account: letters, digits and dashes. */
export const payoutAccountInput = z.object({
	account: z
		.string()
		.max(80)
		.transform((raw) => raw.replace(/\s/g, "").toUpperCase())
		.pipe(z.string().regex(/^GH-[A-Z0-9-]{4,30}$/, "billing.not_an_account")),
});

export const retryPayoutInput = z.object({ idempotencyKey, payoutId, reason: line(200) });

export const payoutInput = z.object({ payoutId });

/** A page of payouts: those of months before the one that the cursor names. */
export const payoutsInput = z.object({ cursor: z.iso.date().optional() });

export const officeWorkerInput = z.object({ workerId });

/** The office's payouts. */
export const payoutsList = defineList({
	name: "payouts",
	filters: {
		/** A part of the worker's name. */
		search: prose(100),
		status: z.enum(["issued", "sending", "paid", "rejected", "closed"]),
		/** The day of the cut-off. */
		month: day,
		workerId,
	},
	sorts: { number: ["count", "count"], amount: ["amount", "id"] },
	sort: "number",
	order: "desc",
});

/** The bonuses. */
export const bonusesList = defineList({
	name: "bonuses",
	filters: { search: prose(100), workerId },
	sorts: { granted: ["instant", "id"] },
	sort: "granted",
	order: "desc",
});

/** What waits for a second manager, or waited. */
export const approvalsList = defineList({
	name: "approvals",
	filters: { status: z.enum(["waiting", "approved", "declined"]), kind: z.enum(["bonus", "waiver", "ruling"]) },
	sorts: { asked: ["instant", "id"] },
	sort: "asked",
	order: "desc",
});

/** What Gold Hat tells our webhook. */
export const transferNotice = z.discriminatedUnion("status", [
	z.object({ transferId, status: z.literal("completed") }),
	z.object({ transferId, status: z.literal("rejected"), reason: reasonOfOthers.default("no reason given") }),
]);
