import { and, asc, desc, eq, ne, notInArray } from "drizzle-orm";
import type { charges } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoiceLines } from "@/db/schema/billing-invoices";
import { disputes, refunds } from "@/db/schema/billing-refunds";
import { refundBegun } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { type CreditNoteId, newId, type OrderId, type RefundId } from "@/server/kernel/ids";
import { type Money, toWire } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { billingRefusals } from "../contracts";
import { invoiceNumber } from "../domain/invoice";
import { leftOf, shareOfSettlement } from "../domain/refund";
import { announceInvoice, type Invoice, lockInvoice } from "./begin-payment";

type Payment = typeof payments.$inferSelect;
type Refund = typeof refunds.$inferSelect;
type Source = { invoice: Invoice; payment: Payment; share: bigint | null };

/**
 * The payment from which an amount of a charge can go back, its invoice held: that of the invoice with the charge, when it is
 * paid and so much is left of it. Null where there is none. Throws `billing.payment_in_doubt` while nobody knows whether the
 * money is the company's.
 */
export async function findSource(
	tx: TxCtx,
	{ orderId, ending }: Pick<typeof charges.$inferSelect, "orderId" | "ending">,
	amount: Money,
): Promise<Source | null> {
	const [line] = await tx.db
		.select({ invoiceId: invoiceLines.invoiceId })
		.from(invoiceLines)
		.where(and(eq(invoiceLines.orderId, orderId), eq(invoiceLines.ending, ending), eq(invoiceLines.kind, "charge")));
	if (!line) return null;
	const invoice = await lockInvoice(tx, line.invoiceId);
	const [payment] = await tx.db
		.select()
		.from(payments)
		.where(and(eq(payments.invoiceId, invoice.id), eq(payments.state, "succeeded")))
		.orderBy(asc(payments.chargedBack), desc(payments.attempt))
		.limit(1);
	if (!payment) return null;
	const given = await givenOf(tx, payment);
	const share = shareOfSettlement(payment, given, amount);
	if (leftOf(payment.amount, given) < amount || (share !== null && share <= 0n)) return null;
	if (await isInDoubt(tx, payment)) throw billingRefusals.because("payment_in_doubt");
	return { invoice, payment, share };
}

/** What went back of a payment, or is about to. */
const givenOf = (tx: TxCtx, { id }: Payment): Promise<Refund[]> =>
	tx.db
		.select()
		.from(refunds)
		.where(and(eq(refunds.paymentId, id), notInArray(refunds.state, ["refused", "returned"])));

/** The service has taken back its word that the money came, or the client's bank demands it, or has got it. */
async function isInDoubt(tx: TxCtx, { id, contradictedAt }: Payment): Promise<boolean> {
	const disputed = and(eq(disputes.paymentId, id), ne(disputes.outcome, "won"));
	return contradictedAt !== null || (await tx.db.$count(disputes, disputed)) > 0;
}

/**
 * Writes down that a part of a payment is to go back, and tells of it; the card service is asked outside of any transaction, and
 * what came by the bank a manager transfers. The database refuses more than was paid.
 */
export async function beginRefund(
	tx: TxCtx,
	{ invoice, payment, share }: Source,
	{ creditNoteId, orderId, amount }: { creditNoteId: CreditNoteId; orderId: OrderId; amount: Money },
): Promise<RefundId> {
	const refundId = newId<RefundId>();
	const { id: invoiceId, clientId, year, sequence } = invoice;
	const { id: paymentId, kind, settlementCurrency } = payment;
	await tx.db.insert(refunds).values({
		...{ id: refundId, creditNoteId, paymentId, invoiceId, clientId, kind, amount, state: "intent" },
		...(share !== null && { settlementMinor: share, settlementCurrency }),
		begunAt: tx.clock.now(),
	});
	await publish(tx, refundBegun, {
		...{ refundId, paymentId, invoiceId, clientId, orderId, number: invoiceNumber(year, sequence) },
		...{ amount: toWire(amount), by: byOf(kind) },
	});
	await announceInvoice(tx, invoice);
	return refundId;
}

/** How it goes back, in the words of events. */
export const byOf = (kind: Refund["kind"]): "card" | "transfer" => (kind === "bank-transfer" ? "transfer" : "card");
