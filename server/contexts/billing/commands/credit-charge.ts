import { and, asc, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { charges, ledgerTransactions, terms } from "@/db/schema/billing";
import type { approvals } from "@/db/schema/billing-approvals";
import { creditNotes } from "@/db/schema/billing-credits";
import { invoiceLines, invoices } from "@/db/schema/billing-invoices";
import { creditGranted } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { type CreditNoteId, newId, type OrderId, orderId as orderIdSchema } from "@/server/kernel/ids";
import { add, negate, toWire, zero } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";
import { amountDue } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";
import { post } from "../ledger/post";
import { demandAnothersInvoice, type Invoice } from "./begin-payment";
import { beginRefund, findSource } from "./begin-refund";
import { creditNext } from "./settle-refund";

type Charge = typeof charges.$inferSelect;
type Credit = Pick<typeof creditNotes.$inferSelect, "amount" | "reason" | "grantedBy" | "approvedBy" | "approvalId">;

/** The charge of an order that is in force, held until the transaction ends, and what may be waived of it. */
export async function lockCharge(tx: TxCtx, orderId: OrderId): Promise<Charge> {
	const [charge] = await tx.db
		.select()
		.from(charges)
		.where(eq(charges.orderId, orderId))
		.orderBy(desc(charges.ending))
		.limit(1)
		.for("update");
	if (!charge) throw commonRefusals.because("not_found");
	const { transactionId } = charge;
	if (!transactionId) throw billingRefusals.because("nothing_to_waive");
	const [taken] = await tx.db
		.select({ id: ledgerTransactions.id })
		.from(ledgerTransactions)
		.where(eq(ledgerTransactions.reverses, transactionId));
	if (taken) throw billingRefusals.because("nothing_to_waive");
	const here = and(eq(creditNotes.orderId, orderId), eq(creditNotes.ending, charge.ending));
	const [earlier] = await tx.db.select({ id: creditNotes.id }).from(creditNotes).where(here);
	if (earlier) throw billingRefusals.because("already_waived");
	return charge;
}

/**
 * Credits a part of a charge that is held: lowers an open invoice, the charge's own first, else gives back what was paid for the
 * charge, else lowers the next invoice.
 */
export async function creditCharge(tx: TxCtx, charge: Charge, credit: Credit): Promise<CreditNoteId> {
	const { orderId, ending, clientId } = charge;
	const { amount, reason } = credit;
	if (amount > charge.amount) throw billingRefusals.because("waives_too_much");
	demandAnothersInvoice(tx.actor, clientId);
	const id = newId<CreditNoteId>();
	const transactionId = await post(tx, {
		...{ key: `waiver:${orderId}:${ending}`, kind: "waiver", reason, orderId },
		postings: [
			{ account: { kind: "client", ownerId: clientId }, amount },
			{ account: { kind: "waived" }, amount: negate(amount) },
		],
	});
	const open = await lowerOpenInvoice(tx, charge, amount);
	const source = open ? null : await findSource(tx, charge, amount);
	const grantedAt = tx.clock.now();
	const people = { ...credit, invoiceId: open?.id ?? null, transactionId, grantedAt };
	const [note] = await tx.db
		.insert(creditNotes)
		.values({ id, orderId, ending, clientId, ...people })
		.returning();
	if (source) await beginRefund(tx, source, { creditNoteId: id, orderId, amount });
	else if (!open && note) await creditNext(tx, note);
	const invoice = open ?? source?.invoice;
	await publish(tx, creditGranted, {
		...{ creditNoteId: id, orderId, clientId, reason, amount: toWire(amount) },
		orderNumber: await numberOf(tx, charge),
		way: open ? "invoice" : source ? "refund" : "next",
		invoiceId: invoice?.id ?? null,
		number: invoice ? invoiceNumber(invoice.year, invoice.sequence) : null,
	});
	await announce(tx, { context: "billing", subject: orderId, audiences: [`client:${clientId}`] });
	return id;
}

async function numberOf(tx: TxCtx, { orderId, assignment }: Charge): Promise<number> {
	const [agreed] = await tx.db
		.select({ orderNumber: terms.orderNumber })
		.from(terms)
		.where(and(eq(terms.orderId, orderId), eq(terms.assignment, assignment)));
	if (!agreed) throw new Error(`a charge of order ${orderId} has no terms`);
	return agreed.orderNumber;
}

/** The invoice that is lowered, or null when none is open with so much left to pay, or a payment for it is under way. */
async function lowerOpenInvoice(tx: TxCtx, charge: Charge, amount: Charge["amount"]): Promise<Invoice | null> {
	const isOwn = sql`exists (
		select from ${invoiceLines} where ${invoiceLines.invoiceId} = ${invoices.id}
			and ${invoiceLines.orderId} = ${charge.orderId} and ${invoiceLines.ending} = ${charge.ending}
	)`;
	const [open] = await tx.db
		.select()
		.from(invoices)
		.where(
			and(
				eq(invoices.clientId, charge.clientId),
				inArray(invoices.status, ["issued", "failed", "overdue"]),
				gte(sql`${invoices.total} - ${invoices.credited} - ${invoices.kept}`, amount),
			),
		)
		.orderBy(desc(isOwn), asc(invoices.year), asc(invoices.sequence))
		.limit(1)
		.for("update");
	if (!open) return null;
	const credited = add(open.credited, amount);
	const isPaid = amountDue({ ...open, credited }) === zero;
	const paid = isPaid ? { status: "paid" as const, paidAt: tx.clock.now(), kept: zero } : {};
	await tx.db
		.update(invoices)
		.set({ credited, ...paid })
		.where(eq(invoices.id, open.id));
	return open;
}

/** What approving a waiver does. */
export async function creditApprovedCharge(tx: TxCtx, approval: typeof approvals.$inferSelect): Promise<void> {
	const { id: approvalId, subject, amount, reason, askedBy: grantedBy } = approval;
	const charge = await lockCharge(tx, orderIdSchema.parse(subject.slice("order:".length)));
	await creditCharge(tx, charge, { amount, reason, grantedBy, approvedBy: actorRef(tx.actor), approvalId });
}
