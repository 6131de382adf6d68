import type { z } from "zod";
import { payments } from "@/db/schema/billing-collections";
import { newId, type PaymentId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { violatesUnique, withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type confirmTransferInput } from "../contracts";
import { amountDue } from "../domain/collection";
import { demandManager } from "../domain/ownership";
import { demandAnothersInvoice, type Invoice, lockInvoice, nextAttempt } from "./begin-payment";
import { settlePayment } from "./settle-payment";

type Input = z.output<typeof confirmTransferInput>;

/**
 * A manager has seen the client's transfer of all that is due on the bank's statement, and takes it down with the bank's
 * reference, which pays one invoice. Whatever is done with the card at this moment has to be known first.
 */
export async function confirmTransfer(ctx: Ctx, input: Input): Promise<{ paymentId: PaymentId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key, invoiceId, amount } = input;
	const confirm = async (tx: TxCtx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		demandAnothersInvoice(ctx.actor, invoice.clientId);
		if (invoice.status === "paid") throw billingRefusals.because("already_paid");
		if (invoice.status === "collecting") throw billingRefusals.because("payment_under_way");
		if (amountDue(invoice) !== amount) throw billingRefusals.because("amount_changed");
		return takeDown(tx, invoice, input);
	};
	try {
		return await withTransaction(ctx, (tx) =>
			once(tx, { command: "billing.confirm-transfer", key, input }, () => confirm(tx)),
		);
	} catch (error) {
		if (violatesUnique(error, "payments_bank_reference")) throw billingRefusals.because("reference_used");
		throw error;
	}
}

async function takeDown(tx: TxCtx, { id: invoiceId, clientId, status }: Invoice, { amount, reference }: Input) {
	const paymentId = newId<PaymentId>();
	const { currencyCode: currency } = await policyInForce(tx, "money");
	await tx.db.insert(payments).values({
		...{ id: paymentId, invoiceId, clientId, amount, kind: "bank-transfer", asked: "manager", state: "intent" },
		...{ attempt: await nextAttempt(tx, invoiceId), begunAt: tx.clock.now() },
	});
	const answer = {
		state: "succeeded",
		reference,
		stated: { minor: amount, currency },
		asAsked: true,
		reason: null,
	} as const;
	await settlePayment(tx, { paymentId, answer, heardBy: "manager" });
	await audit(tx, {
		action: "billing.confirm-transfer",
		subject: `invoice:${invoiceId}`,
		before: { status },
		after: { status: "paid", amount, reference },
	});
	return { paymentId };
}
