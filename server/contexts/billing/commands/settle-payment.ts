import { eq } from "drizzle-orm";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { collectionFailed, invoiceOverdue, invoicePaid } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { daysLater } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import { add, negate, toWire, zero } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import type { Answer } from "../adapters/card-service";
import { amountDue, isSettled, statusOfUnpaid } from "../domain/collection";
import { contradicts } from "../domain/contradiction";
import { invoiceNumber } from "../domain/invoice";
import type { AccountRef } from "../ledger/accounts";
import { post } from "../ledger/post";
import { announceInvoice, type Invoice, lockInvoice } from "./begin-payment";

type Payment = typeof payments.$inferSelect;
export type HeardBy = typeof providerStatements.$inferSelect.heardBy;
type Heard = { paymentId: PaymentId; answer: Answer; heardBy: HeardBy };

/**
 * Takes down what was said about a payment, and draws the consequences once: money that was collected is posted and the
 * invoice is paid, a refusal makes it failed or overdue. Heard again, late, or in another order it comes to the same. What
 * does not fit the amount that was asked for settles nothing; what contradicts an earlier end is put before the managers.
 */
export async function settlePayment(ctx: Ctx, { paymentId, answer, heardBy }: Heard): Promise<{ isSettled: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const [known] = await tx.db.select().from(payments).where(eq(payments.id, paymentId));
		if (!known) throw commonRefusals.because("not_found");
		const invoice = await lockInvoice(tx, known.invoiceId);
		const [payment] = await tx.db.select().from(payments).where(eq(payments.id, paymentId)).for("update");
		if (!payment) throw commonRefusals.because("not_found");
		const isNews = await takeDown(tx, payment, answer, heardBy);
		if (isNews && contradicts("payment", payment.state, answer)) {
			await change(tx, payment, { contradictedAt: tx.clock.now() });
			await announceInvoice(tx, invoice);
		}
		if (isSettled(payment.state)) return { isSettled: true };
		if (!answer.asAsked) {
			const trouble = `the service has another amount: ${answer.stated.minor} ${answer.stated.currency}`;
			await change(tx, payment, { trouble });
			return { isSettled: false };
		}
		switch (answer.state) {
			case "pending":
				await change(tx, payment, { state: "pending", reference: answer.reference, trouble: null });
				return { isSettled: false };
			case "succeeded":
				await collect(tx, invoice, payment, answer.reference);
				break;
			case "refused":
				await refuse(tx, invoice, payment, answer);
				break;
		}
		await announceInvoice(tx, invoice);
		return { isSettled: true };
	});
}

/** Gives whether it was not said before. */
async function takeDown(tx: TxCtx, { id: paymentId }: Payment, answer: Answer, heardBy: HeardBy): Promise<boolean> {
	const [news] = await tx.db
		.insert(providerStatements)
		.values({
			...{ paymentId, heardBy, state: answer.state, reference: answer.reference, reason: answer.reason },
			...{ statedMinor: answer.stated.minor, statedCurrency: answer.stated.currency, asAsked: answer.asAsked },
			heardAt: tx.clock.now(),
		})
		.onConflictDoNothing()
		.returning({ id: providerStatements.id });
	return news !== undefined;
}

const change = (tx: TxCtx, { id }: Payment, to: Partial<Payment>) =>
	tx.db.update(payments).set(to).where(eq(payments.id, id));

/** Who holds for the company what was paid so. */
export const HOLDERS = {
	"sandbox-card": "sandbox-card",
	"stripe-card": "stripe",
	"bank-transfer": "bank",
} as const satisfies Record<Payment["kind"], AccountRef["kind"]>;

/**
 * The money of an unpaid invoice that is held has come: it is posted once, and the invoice is paid, unless more of it has been
 * taken back meanwhile.
 */
export async function collect(tx: TxCtx, invoice: Invoice, payment: Payment, reference: string): Promise<void> {
	const { id: invoiceId, clientId, year, sequence } = invoice;
	const { amount, kind } = payment;
	const number = invoiceNumber(year, sequence);
	const transactionId = await post(tx, {
		...{ key: `payment:${payment.id}`, kind: "payment", reason: `invoice ${number} paid` },
		postings: [
			{ account: { kind: "client", ownerId: clientId }, amount },
			{ account: { kind: HOLDERS[kind] }, amount: negate(amount) },
		],
	});
	const now = tx.clock.now();
	const cleared = { reason: null, trouble: null, contradictedAt: null };
	await change(tx, payment, { ...cleared, state: "succeeded", reference, settledAt: now, transactionId });
	const isAll = amountDue(invoice) === amount;
	const paid = { status: "paid", paidAt: now, kept: zero } as const;
	const partly = { status: statusOfUnpaid(invoice), kept: add(invoice.kept, amount) };
	await tx.db
		.update(invoices)
		.set(isAll ? paid : partly)
		.where(eq(invoices.id, invoiceId));
	if (!isAll) return;
	const by = kind === "bank-transfer" ? "transfer" : "card";
	await publish(tx, invoicePaid, { invoiceId, clientId, number, amount: toWire(amount), by, paymentId: payment.id });
}

async function refuse(tx: TxCtx, invoice: Invoice, payment: Payment, answer: Answer): Promise<void> {
	const now = tx.clock.now();
	const { reference, reason } = answer;
	const cleared = { trouble: null, contradictedAt: null };
	await change(tx, payment, { ...cleared, state: "refused", reference, reason, settledAt: now });
	if (payment.asked === "client") {
		// The client sees it at once, and what is planned stays as it is.
		await tx.db
			.update(invoices)
			.set({ status: statusOfUnpaid(invoice) })
			.where(eq(invoices.id, invoice.id));
		return;
	}
	const isFirst = invoice.firstRefusedAt === null;
	const firstRefusedAt = invoice.firstRefusedAt ?? now;
	const retries = await retriesAfter(tx, firstRefusedAt, invoice.issuedAt);
	const retriesLeft = isFirst ? retries.length : (invoice.retriesLeft ?? 0);
	const standing = { firstRefusedAt, retriesLeft, overdueAt: retriesLeft === 0 ? now : invoice.overdueAt };
	await tx.db
		.update(invoices)
		.set({ ...standing, status: statusOfUnpaid(standing) })
		.where(eq(invoices.id, invoice.id));
	await publish(tx, collectionFailed, {
		...wireOf(invoice),
		...{ paymentId: payment.id, reason: reason ?? "unknown", isFirst },
		retriesAt: retriesLeft === 0 ? [] : retries.slice(-retriesLeft).map((at) => at.toISOString()),
	});
	if (retriesLeft === 0) await publish(tx, invoiceOverdue, wireOf(invoice));
}

async function retriesAfter(tx: TxCtx, firstRefusedAt: Date, issuedAt: Date): Promise<Date[]> {
	const { timeZone } = await policyInForce(tx, "money");
	const { retryAfterDays } = await policyInForce(tx, "collections", issuedAt);
	return retryAfterDays.map((days) => daysLater(firstRefusedAt, days, timeZone));
}

const wireOf = (invoice: Invoice) => {
	const { id: invoiceId, clientId, year, sequence } = invoice;
	return { invoiceId, clientId, number: invoiceNumber(year, sequence), amount: toWire(amountDue(invoice)) };
};

/** The invoice that is held was not paid in time. */
export async function makeOverdue(tx: TxCtx, invoice: Invoice): Promise<void> {
	const overdueAt = tx.clock.now();
	await tx.db.update(invoices).set({ status: "overdue", overdueAt, retriesLeft: 0 }).where(eq(invoices.id, invoice.id));
	await publish(tx, invoiceOverdue, wireOf(invoice));
	await announceInvoice(tx, invoice);
}
