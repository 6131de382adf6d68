import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import type { PaymentId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals } from "../contracts";
import { amountDue, isSettled } from "../domain/collection";
import { demandCurrent, type Ruling } from "../domain/contradiction";
import { invoiceNumber } from "../domain/invoice";
import { reverse } from "../ledger/reverse";
import { lookAtPayment } from "./ask-ruling";
import { announceInvoice } from "./begin-payment";
import { reopenInvoice } from "./reopen-invoice";
import { collect, settlePayment } from "./settle-payment";

type Looked = Awaited<ReturnType<typeof lookAtPayment>>;

/**
 * Makes of a payment what two managers say that really became of it. Money that has come after all pays the invoice; where it is
 * paid already, the money has to go back at the card service first. Money that has not come is taken out of the books again, and
 * the invoice is owed.
 */
export async function rulePayment(tx: TxCtx, paymentId: PaymentId, ruling: Ruling): Promise<void> {
	const looked = await lookAtPayment(tx, paymentId);
	const { invoice, payment } = looked;
	demandCurrent(looked.lastWord, ruling);
	if (!isSettled(payment.state)) await settle(tx, looked, ruling);
	else if (payment.state === "succeeded" && ruling.became === "refused") await takeBack(tx, looked, ruling);
	else if (payment.state !== "succeeded" && ruling.became === "succeeded") await payAfterAll(tx, looked);
	await tx.db.update(payments).set({ contradictedAt: null }).where(eq(payments.id, paymentId));
	await announceInvoice(tx, invoice);
}

/** Nothing but another amount was heard so far: the ruling counts like a word of the service. */
async function settle(tx: TxCtx, { payment }: Looked, { became, reason }: Ruling): Promise<void> {
	const { id: paymentId, amount, settlementMinor, settlementCurrency, reference } = payment;
	const { currencyCode } = await policyInForce(tx, "money");
	const stated = { minor: settlementMinor ?? amount, currency: settlementCurrency ?? currencyCode };
	const answer = { state: became, reference: reference ?? paymentId, stated, asAsked: true, reason };
	await settlePayment(tx, { paymentId, answer, heardBy: "manager" });
}

async function takeBack(tx: TxCtx, { invoice, payment }: Looked, { reason }: Ruling): Promise<void> {
	const { id, transactionId, chargedBack } = payment;
	// What the bank has taken back already is not the card service's word against itself.
	if (chargedBack > 0n || transactionId === null) throw billingRefusals.because("payment_in_doubt");
	const number = invoiceNumber(invoice.year, invoice.sequence);
	await reverse(tx, { key: `reversal:${transactionId}`, transactionId, reason: `invoice ${number} was not paid` });
	await tx.db.update(payments).set({ state: "returned", reason }).where(eq(payments.id, id));
	await reopenInvoice(tx, invoice, { why: "not-received", what: id });
}

async function payAfterAll(tx: TxCtx, { invoice, payment }: Looked): Promise<void> {
	if (payment.state === "returned") throw billingRefusals.because("reversal_is_final");
	if (invoice.status === "paid") throw billingRefusals.because("paid_otherwise");
	if (invoice.status === "collecting") throw billingRefusals.because("payment_under_way");
	if (amountDue(invoice) !== payment.amount) throw billingRefusals.because("paid_otherwise");
	await collect(tx, invoice, payment, payment.reference ?? payment.id);
}
