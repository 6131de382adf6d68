import { and, eq, isNull, max } from "drizzle-orm";
import { paymentMethods, payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { paymentBegun } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import { type ClientId, type InvoiceId, newId, type PaymentId } from "@/server/kernel/ids";
import { toWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { cardService } from "../adapters/card-services";
import { amountDue } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";

export type Invoice = typeof invoices.$inferSelect;
type Method = typeof paymentMethods.$inferSelect;
type CardMethod = Method & { kind: Exclude<Method["kind"], "bank-transfer"> };

/** The invoice, held until the transaction ends: whatever changes how its collection stands holds it first. */
export async function lockInvoice(tx: TxCtx, invoiceId: InvoiceId): Promise<Invoice> {
	const [invoice] = await tx.db.select().from(invoices).where(eq(invoices.id, invoiceId)).for("update");
	if (!invoice) throw commonRefusals.because("not_found");
	return invoice;
}

/** How the client pays now; null when nothing was chosen. */
export async function methodOf(ctx: Ctx, clientId: ClientId): Promise<Method | null> {
	const [method] = await ctx.db
		.select()
		.from(paymentMethods)
		.where(and(eq(paymentMethods.clientId, clientId), isNull(paymentMethods.replacedAt)));
	return method ?? null;
}

/** The client's card, where the client pays by one and there is a service that charges it. */
export async function cardOf(ctx: Ctx, clientId: ClientId): Promise<CardMethod | null> {
	const method = await methodOf(ctx, clientId);
	return method && isCard(method) && cardService(method.kind) ? method : null;
}

const isCard = (method: Method): method is CardMethod => method.kind !== "bank-transfer";

/** The next attempt's number: attempts of one invoice follow each other under its lock. */
async function nextAttempt(tx: TxCtx, invoiceId: InvoiceId): Promise<number> {
	const [row] = await tx.db
		.select({ last: max(payments.attempt) })
		.from(payments)
		.where(eq(payments.invoiceId, invoiceId));
	return (row?.last ?? 0) + 1;
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
	const amount = amountDue(invoice);
	await tx.db.insert(payments).values({
		...{ id: paymentId, invoiceId, clientId, amount, asked },
		...{ kind: method.kind, methodId: method.id, state: "intent" },
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
