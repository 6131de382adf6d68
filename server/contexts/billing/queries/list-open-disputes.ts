import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { payers } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { disputes } from "@/db/schema/billing-refunds";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { invoiceNumber } from "../domain/invoice";

/**
 * Card payments that a client's bank demands back: those that are not decided, and those that were lost and that nobody has dealt
 * with. The caller has seen to who asks.
 */
export async function listOpenDisputes(ctx: Ctx) {
	const rows = await ctx.db
		.select({
			dispute: disputes,
			payment: payments,
			year: invoices.year,
			sequence: invoices.sequence,
			name: payers.name,
		})
		.from(disputes)
		.innerJoin(payments, eq(payments.id, disputes.paymentId))
		.innerJoin(invoices, eq(invoices.id, payments.invoiceId))
		.leftJoin(payers, eq(payers.clientId, payments.clientId))
		.where(and(isNull(disputes.closedAt), ne(disputes.outcome, "won")))
		.orderBy(asc(disputes.heardAt), asc(disputes.id))
		.limit(MOST_ATTENTION);
	return rows.map(({ dispute: { id, outcome }, payment: { invoiceId, amount }, year, sequence, name }) => ({
		...{ disputeId: id, invoiceId, number: invoiceNumber(year, sequence), clientName: name ?? "", amount, outcome },
	}));
}

/** Everything that was ever disputed of an invoice's payments. */
export async function listInvoiceDisputes(ctx: Ctx, invoiceId: InvoiceId) {
	const rows = await ctx.db
		.select({ dispute: disputes })
		.from(disputes)
		.innerJoin(payments, eq(payments.id, disputes.paymentId))
		.where(eq(payments.invoiceId, invoiceId))
		.orderBy(asc(disputes.heardAt));
	return rows.map(({ dispute: { id, transactionId, ...dispute } }) => ({
		...{ ...dispute, disputeId: id, transactionId: transactionId?.toString() ?? null },
	}));
}
