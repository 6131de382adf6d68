import { eq } from "drizzle-orm";
import type { z } from "zod";
import { payments } from "@/db/schema/billing-collections";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type resolvePaymentInput } from "../contracts";
import { isSettled } from "../domain/collection";
import { demandManager } from "../domain/ownership";
import { demandAnothersInvoice, lockInvoice } from "./begin-payment";
import { settlePayment } from "./settle-payment";

type Input = z.output<typeof resolvePaymentInput>;

/**
 * A manager has looked, in the card service's own books, what became of a payment of which nothing could be learnt, and says
 * so. It counts like a word of the service. Should the service ever say otherwise, that stays on record and is shown.
 */
export async function resolvePayment(ctx: Ctx, input: Input): Promise<{ paymentId: PaymentId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.resolve-payment", key, input }, () => resolve(tx, input)),
	);
}

async function resolve(tx: TxCtx, { paymentId, became, reason }: Input) {
	const [known] = await tx.db.select().from(payments).where(eq(payments.id, paymentId));
	if (!known) throw commonRefusals.because("not_found");
	demandAnothersInvoice(tx.actor, known.clientId);
	await lockInvoice(tx, known.invoiceId);
	const [payment = known] = await tx.db.select().from(payments).where(eq(payments.id, paymentId)).for("update");
	const { state, amount, settlementMinor, settlementCurrency, contradictedAt } = payment;
	if (isSettled(state)) throw billingRefusals.because("already_decided");
	if (contradictedAt) throw billingRefusals.because("payment_contradicted");
	if (state === "intent") throw billingRefusals.because("payment_under_way");
	const { currencyCode } = await policyInForce(tx, "money");
	const stated = { minor: settlementMinor ?? amount, currency: settlementCurrency ?? currencyCode };
	const answer = { state: became, reference: payment.reference ?? paymentId, stated, asAsked: true, reason };
	await settlePayment(tx, { paymentId, answer, heardBy: "manager" });
	await audit(tx, {
		...{ action: "billing.resolve-payment", subject: `payment:${paymentId}`, reason },
		...{ before: { state }, after: { state: became } },
	});
	return { paymentId };
}
