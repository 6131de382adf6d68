import { and, eq, sql } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import type { EventData } from "@/server/events/catalog/_define";
import { invoiceOverdue } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { money, toWire } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { amountDue } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";
import { announceInvoice, type Invoice } from "./begin-payment";

/** Why, and by which payment or dispute. */
type Again = NonNullable<EventData<typeof invoiceOverdue>["again"]>;

/**
 * Money that an invoice, which is held, was taken to be paid with is not the company's: what is missing is owed again, and at once.
 * No card is charged for it by itself: the client pays, or a manager waives it. A payment that is under way goes on.
 */
export async function reopenInvoice(tx: TxCtx, invoice: Invoice, again: Again): Promise<void> {
	const { id: invoiceId, clientId, year, sequence } = invoice;
	const [row] = await tx.db
		.select({ kept: sql<string>`coalesce(sum(${payments.amount} - ${payments.chargedBack}), 0)` })
		.from(payments)
		.where(and(eq(payments.invoiceId, invoiceId), eq(payments.state, "succeeded")));
	const kept = money(BigInt(row?.kept ?? 0));
	const owed = { kept, paidAt: null, overdueAt: tx.clock.now(), retriesLeft: 0 };
	const status = invoice.status === "collecting" ? "collecting" : "overdue";
	await tx.db
		.update(invoices)
		.set({ ...owed, status })
		.where(eq(invoices.id, invoiceId));
	const number = invoiceNumber(year, sequence);
	const amount = toWire(amountDue({ ...invoice, kept }));
	await publish(tx, invoiceOverdue, { invoiceId, clientId, number, amount, again });
	await announceInvoice(tx, invoice);
}
