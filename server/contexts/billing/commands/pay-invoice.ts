import type { z } from "zod";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { billingRefusals, type payInvoiceInput } from "../contracts";
import { amountDue } from "../domain/collection";
import { clientOf } from "../domain/ownership";
import { findCard } from "../queries/find-method";
import { beginPayment, lockInvoice } from "./begin-payment";

type Input = z.output<typeof payInvoiceInput>;

/**
 * The signed-in client pays an invoice at once by the card that is chosen; what comes of it is shown as soon as it is
 * known. The amount is the one that was shown: if it has changed meanwhile, nothing is charged.
 */
export async function payInvoice(ctx: Ctx, input: Input): Promise<{ paymentId: PaymentId }> {
	const clientId = clientOf(ctx.actor);
	const { idempotencyKey: key, invoiceId, amount } = input;
	const pay = async (tx: TxCtx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		if (invoice.clientId !== clientId) throw commonRefusals.because("not_found");
		if (invoice.status === "paid") throw billingRefusals.because("already_paid");
		if (invoice.status === "collecting") throw billingRefusals.because("payment_under_way");
		if (amountDue(invoice) !== amount) throw billingRefusals.because("amount_changed");
		const method = await findCard(tx, clientId);
		if (!method) throw billingRefusals.because("no_card");
		return beginPayment(tx, invoice, { method, asked: "client" });
	};
	return withTransaction(ctx, (tx) => once(tx, { command: "billing.pay-invoice", key, input }, () => pay(tx)));
}
