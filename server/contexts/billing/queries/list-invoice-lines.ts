import { and, asc, eq } from "drizzle-orm";
import { charges, terms } from "@/db/schema/billing";
import { invoiceLines, type unbilledItems } from "@/db/schema/billing-invoices";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

type Items = typeof invoiceLines | typeof unbilledItems;

/** What an item on an invoice, or on its way to one, shows of its order: what, when, how it ended, how its amount comes about. */
export const billedItem = (item: Items) => ({
	orderId: item.orderId,
	ending: item.ending,
	kind: item.kind,
	orderNumber: terms.orderNumber,
	serviceName: terms.serviceName,
	startsAt: terms.startsAt,
	outcome: charges.outcome,
	listPrice: terms.listPrice,
	discountPercent: terms.discountPercent,
	amount: item.amount,
});

export const chargeOf = (item: Items) => and(eq(charges.orderId, item.orderId), eq(charges.ending, item.ending));
export const agreedFor = and(eq(terms.orderId, charges.orderId), eq(terms.assignment, charges.assignment));

/** The lines of an invoice in their order; the caller has seen to whose it is. */
export const listInvoiceLines = (ctx: Ctx, invoiceId: InvoiceId) =>
	ctx.db
		.select(billedItem(invoiceLines))
		.from(invoiceLines)
		.innerJoin(charges, chargeOf(invoiceLines))
		.innerJoin(terms, agreedFor)
		.where(eq(invoiceLines.invoiceId, invoiceId))
		.orderBy(asc(invoiceLines.position));
