import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { clientId, invoiceId, orderId } from "@/server/kernel/ids";
import { moneySchema } from "@/server/kernel/money";
import { idempotencyKey, line } from "@/server/kernel/text";

export const billingRefusals = defineRefusals("billing", {
	/** The ledger has another transaction under this key. */
	ledger_key_reused: "CONFLICT",
	already_reversed: "CONFLICT",
	/** A reversal stays; what it mended wrongly is posted anew. */
	reversal_is_final: "CONFLICT",
	/** Billing has heard another story about this very assignment or ending. */
	contradiction: "CONFLICT",
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

export const officeClientInput = z.object({ clientId });
