import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import { disputes } from "@/db/schema/billing-refunds";
import { disputeNoted } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import { add, negate, toWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { DisputeNews } from "../adapters/card-service";
import { isFinal, lostOf } from "../domain/dispute";
import { invoiceNumber } from "../domain/invoice";
import { post } from "../ledger/post";
import { announceInvoice, type Invoice, lockInvoice } from "./begin-payment";
import { reopenInvoice } from "./reopen-invoice";
import { HOLDERS } from "./settle-payment";

type Payment = typeof payments.$inferSelect;

/**
 * A client's bank demands back what a payment has brought, or has decided about it. It is put on record and before the managers.
 * Lost, the money is gone: that is posted once, and the invoice is owed again. Heard again, late or in another order it comes to
 * the same: a decision is final. What was lost before its payment was known to have come is posted when it is heard again.
 */
export async function noteDispute(ctx: Ctx, paymentId: PaymentId, said: DisputeNews): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const mine = eq(payments.id, paymentId);
		const [known] = await tx.db.select().from(payments).where(mine);
		if (!known) throw commonRefusals.because("not_found");
		// Whoever is about to give back what the payment has brought has done so before, or finds it disputed.
		const invoice = await lockInvoice(tx, known.invoiceId);
		const [payment = known] = await tx.db.select().from(payments).where(mine).for("update");
		const [before] = await tx.db.select().from(disputes).where(eq(disputes.id, said.id));
		const isLeftOut = before?.outcome === "lost" && before.amount === null && payment.state === "succeeded";
		if (before && (before.paymentId !== paymentId || (isFinal(before.outcome) && !isLeftOut))) return;
		if (isLeftOut) return bookLoss(tx, invoice, payment, said);
		const now = tx.clock.now();
		const { id, outcome, status, reason, stated } = said;
		const heard = {
			status,
			outcome,
			reason,
			statedMinor: stated.minor,
			statedCurrency: stated.currency,
			changedAt: now,
		};
		await tx.db
			.insert(disputes)
			.values({ id, paymentId, ...heard, heardAt: now })
			.onConflictDoUpdate({ target: disputes.id, set: heard });
		if (before?.outcome === outcome) return;
		if (outcome === "lost") await bookLoss(tx, invoice, payment, said);
		await publish(tx, disputeNoted, {
			...{ disputeId: id, paymentId, invoiceId: invoice.id, clientId: invoice.clientId, outcome },
			...{ number: invoiceNumber(invoice.year, invoice.sequence), amount: toWire(payment.amount) },
		});
		await announceInvoice(tx, invoice);
	});
}

/** What was never in the books, because the payment was not taken to have succeeded, can't be lost. */
async function bookLoss(tx: TxCtx, invoice: Invoice, payment: Payment, { id, stated }: DisputeNews): Promise<void> {
	const amount = lostOf(payment, stated);
	if (payment.state !== "succeeded" || amount === 0n) return;
	const transactionId = await post(tx, {
		...{ key: `charge-back:${id}`, kind: "charge-back" },
		reason: `invoice ${invoiceNumber(invoice.year, invoice.sequence)}: the client's bank took the payment back`,
		postings: [
			{ account: { kind: "client", ownerId: payment.clientId }, amount: negate(amount) },
			{ account: { kind: HOLDERS[payment.kind] }, amount },
		],
	});
	await tx.db.update(disputes).set({ amount, transactionId }).where(eq(disputes.id, id));
	await tx.db
		.update(payments)
		.set({ chargedBack: add(payment.chargedBack, amount) })
		.where(eq(payments.id, payment.id));
	await reopenInvoice(tx, invoice, { why: "charged-back", what: id });
}
