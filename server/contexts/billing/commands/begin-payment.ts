import { and, eq, isNotNull, max } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { paymentBegun } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import type { Actor } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { type ClientId, type InvoiceId, newId, type PaymentId } from "@/server/kernel/ids";
import { toWire } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { settlementOf } from "../adapters/card-services";
import { billingRefusals } from "../contracts";
import { amountDue } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";
import type { CardMethod } from "../queries/find-method";

export type Invoice = typeof invoices.$inferSelect;

/** The invoice, held until the transaction ends: whatever changes how its collection stands holds it first. */
export async function lockInvoice(tx: TxCtx, invoiceId: InvoiceId): Promise<Invoice> {
	const [invoice] = await tx.db.select().from(invoices).where(eq(invoices.id, invoiceId)).for("update");
	if (!invoice) throw commonRefusals.because("not_found");
	return invoice;
}

/** The next attempt's number: attempts of one invoice follow each other under its lock. */
export async function nextAttempt(tx: TxCtx, invoiceId: InvoiceId): Promise<number> {
	const [row] = await tx.db
		.select({ last: max(payments.attempt) })
		.from(payments)
		.where(eq(payments.invoiceId, invoiceId));
	return (row?.last ?? 0) + 1;
}

/**
 * Whether the service contradicts itself about a payment of the invoice. The money may have come, so nothing is charged for the
 * invoice until it is ruled on.
 */
export async function isContradicted(tx: TxCtx, invoiceId: InvoiceId): Promise<boolean> {
	const found = and(eq(payments.invoiceId, invoiceId), isNotNull(payments.contradictedAt));
	return (await tx.db.$count(payments, found)) > 0;
}

/**
 * Writes down that a card is to be charged for an invoice that is held, and tells of it; the charge itself is made outside of
 * any transaction. The invoice must be unpaid and not under way: the database refuses a second one.
 */
export async function beginPayment(
	tx: TxCtx,
	invoice: Invoice,
	{ method, asked }: { method: CardMethod; asked: "collection" | "retry" | "client" },
): Promise<{ paymentId: PaymentId }> {
	const paymentId = newId<PaymentId>();
	const { id: invoiceId, clientId, year, sequence } = invoice;
	if (await isContradicted(tx, invoiceId)) throw billingRefusals.because("payment_contradicted");
	const amount = amountDue(invoice);
	const settlement = settlementOf(method.kind, amount);
	await tx.db.insert(payments).values({
		...{ id: paymentId, invoiceId, clientId, amount, asked },
		...{ kind: method.kind, methodId: method.id, state: "intent" },
		...(settlement && { settlementMinor: settlement.minor, settlementCurrency: settlement.currency }),
		attempt: await nextAttempt(tx, invoiceId),
		begunAt: tx.clock.now(),
	});
	// A client who pays before the collection has begun takes nothing from it: should the card be refused, it begins.
	const collectedBy = asked === "client" ? invoice.collectedBy : "card";
	await tx.db.update(invoices).set({ status: "collecting", collectedBy }).where(eq(invoices.id, invoiceId));
	const number = invoiceNumber(year, sequence);
	await publish(tx, paymentBegun, { paymentId, invoiceId, clientId, number, amount: toWire(amount) });
	await announceInvoice(tx, invoice);
	return { paymentId };
}

export const announceInvoice = (tx: TxCtx, { id, clientId }: Pick<Invoice, "id" | "clientId">) =>
	announce(tx, { context: "billing", subject: id, audiences: [`client:${clientId}`] });

/** A manager who is a client, too, says nothing about what was paid by oneself. */
export function demandAnothersInvoice(actor: Actor, clientId: ClientId): void {
	if (actor.kind === "person" && actor.clientId === clientId) throw billingRefusals.because("own_invoice");
}
