import { and, eq } from "drizzle-orm";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { refunds } from "@/db/schema/billing-refunds";
import type { RefundId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals } from "../contracts";
import { demandCurrent, type Ruling } from "../domain/contradiction";
import { invoiceNumber } from "../domain/invoice";
import { isOver } from "../domain/refund";
import { lookAtRefund } from "./ask-ruling";
import { announceInvoice } from "./begin-payment";
import { giveBack, settleRefund } from "./settle-refund";

type Looked = Awaited<ReturnType<typeof lookAtRefund>>;

/**
 * Makes of a refund what two managers say that really became of it. What has gone back after all stands in the books, and does not
 * lower the client's next invoice as well: if it has done so already, the one after that takes it back.
 */
export async function ruleRefund(tx: TxCtx, refundId: RefundId, ruling: Ruling): Promise<void> {
	const looked = await lookAtRefund(tx, refundId);
	const { invoice, refund } = looked;
	demandCurrent(looked.lastWord, ruling);
	if (!isOver(refund.state)) await settle(tx, looked, ruling);
	else if (refund.state !== "succeeded" && ruling.became === "succeeded") await payAfterAll(tx, looked);
	await tx.db.update(refunds).set({ contradictedAt: null }).where(eq(refunds.id, refundId));
	await announceInvoice(tx, invoice);
}

async function settle(tx: TxCtx, { refund }: Looked, { became, reason }: Ruling): Promise<void> {
	const { id: refundId, amount, settlementMinor, settlementCurrency, reference } = refund;
	const { currencyCode } = await policyInForce(tx, "money");
	const stated = { minor: settlementMinor ?? amount, currency: settlementCurrency ?? currencyCode };
	const answer = { state: became, reference: reference ?? refundId, stated, asAsked: true, reason };
	await settleRefund(tx, { refundId, answer, heardBy: "manager" });
}

async function payAfterAll(tx: TxCtx, looked: Looked): Promise<void> {
	const { invoice, refund, credit } = looked;
	if (refund.state === "returned") throw billingRefusals.because("reversal_is_final");
	const transactionId = await giveBack(tx, looked, invoiceNumber(invoice.year, invoice.sequence));
	await tx.db
		.update(refunds)
		.set({ state: "succeeded", reason: null, transactionId, settledAt: tx.clock.now() })
		.where(eq(refunds.id, refund.id));
	const { orderId, ending, clientId, amount } = credit;
	const waits = and(
		eq(unbilledItems.orderId, orderId),
		eq(unbilledItems.ending, ending),
		eq(unbilledItems.kind, "credit"),
	);
	const [dropped] = await tx.db.delete(unbilledItems).where(waits).returning({ ending: unbilledItems.ending });
	if (dropped) return;
	const item = { orderId, ending, clientId, kind: "credit-withdrawn", amount, postedAt: tx.clock.now() } as const;
	await tx.db.insert(unbilledItems).values(item);
}
