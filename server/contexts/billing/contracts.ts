import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { approvalId, clientId, invoiceId, orderId, workerId } from "@/server/kernel/ids";
import { moneySchema } from "@/server/kernel/money";
import { idempotencyKey, line, prose } from "@/server/kernel/text";
import { SANDBOX_CARDS } from "./domain/sandbox-card";

export const billingRefusals = defineRefusals("billing", {
	/** The ledger has another transaction under this key. */
	ledger_key_reused: "CONFLICT",
	already_reversed: "CONFLICT",
	/** A reversal stays; what it mended wrongly is posted anew. */
	reversal_is_final: "CONFLICT",
	/** Billing has heard another story about this very assignment or ending. */
	contradiction: "CONFLICT",
	/** Whoever asks for more than one may decide alone is not who approves it. */
	own_approval: "FORBIDDEN",
	already_decided: "CONFLICT",
	/** Nobody gives money to oneself. */
	own_bonus: "FORBIDDEN",
	/** This installation can't charge cards. */
	no_card_service: "PRECONDITION_FAILED",
});

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

export const officeClientInput = z.object({ clientId });

/** */
const bonusForm = z.object({
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
