import { and, asc, eq, or } from "drizzle-orm";
import { charges, terms } from "@/db/schema/billing";
import { creditNotes } from "@/db/schema/billing-credits";
import { refunds } from "@/db/schema/billing-refunds";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

const selected = (ctx: Ctx, invoiceId: InvoiceId) =>
	ctx.db
		.select({ credit: creditNotes, refund: refunds, orderNumber: terms.orderNumber, serviceName: terms.serviceName })
		.from(creditNotes)
		.innerJoin(charges, and(eq(charges.orderId, creditNotes.orderId), eq(charges.ending, creditNotes.ending)))
		.innerJoin(terms, and(eq(terms.orderId, charges.orderId), eq(terms.assignment, charges.assignment)))
		.leftJoin(refunds, eq(refunds.creditNoteId, creditNotes.id))
		.where(or(eq(creditNotes.invoiceId, invoiceId), eq(refunds.invoiceId, invoiceId)))
		.orderBy(asc(creditNotes.grantedAt), asc(creditNotes.id));

/**
 * What was waived of an invoice since it was issued, with the reason, and what of it goes back because the invoice was paid, as its
 * client may see it; the caller has seen to whose it is.
 */
export async function listInvoiceCredits(ctx: Ctx, invoiceId: InvoiceId) {
	const rows = await selected(ctx, invoiceId);
	return rows.map(({ credit: { id, orderId, amount, reason, grantedAt }, refund, orderNumber, serviceName }) => ({
		...{ creditNoteId: id, orderId, orderNumber, serviceName, amount, reason, grantedAt },
		refund: refund && {
			...{ refundId: refund.id, kind: refund.kind, state: refund.state },
			...{ begunAt: refund.begunAt, settledAt: refund.settledAt },
		},
	}));
}

/** The same with all that managers may know: who waived it, and how each refund stands with its service. */
export async function listOfficeCredits(ctx: Ctx, invoiceId: InvoiceId) {
	const rows = await selected(ctx, invoiceId);
	return rows.map(({ credit: { id, transactionId, ...credit }, refund, orderNumber }) => ({
		...{ ...credit, creditNoteId: id, orderNumber, transactionId: transactionId.toString() },
		refund: refund && { ...refund, refundId: refund.id, transactionId: refund.transactionId?.toString() ?? null },
	}));
}
