import type { z } from "zod";
import type { RefundId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type resolveRefundInput } from "../contracts";
import { demandManager } from "../domain/ownership";
import { isOver } from "../domain/refund";
import { demandAnothersInvoice } from "./begin-payment";
import { lockRefund, settleRefund } from "./settle-refund";

type Input = z.output<typeof resolveRefundInput>;

/**
 * A manager has looked, in the card service's own books, what became of a refund of which nothing could be learnt, or gives up
 * transferring one back. It counts like a word of the service.
 */
export async function resolveRefund(ctx: Ctx, input: Input): Promise<{ refundId: RefundId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.resolve-refund", key, input }, () => resolve(tx, input)),
	);
}

async function resolve(tx: TxCtx, { refundId, became, reason }: Input) {
	const { refund } = await lockRefund(tx, refundId);
	const { state, kind, amount, settlementMinor, settlementCurrency, contradictedAt } = refund;
	demandAnothersInvoice(tx.actor, refund.clientId);
	if (isOver(state)) throw billingRefusals.because("already_decided");
	if (contradictedAt) throw billingRefusals.because("payment_contradicted");
	// What was transferred is taken down with the bank's reference; what is about to be sent is not known to anybody yet.
	const isMine = kind === "bank-transfer";
	if (isMine && became === "succeeded") throw billingRefusals.because("refund_by_transfer");
	if (!isMine && state === "intent") throw billingRefusals.because("payment_under_way");
	const { currencyCode } = await policyInForce(tx, "money");
	const stated = { minor: settlementMinor ?? amount, currency: settlementCurrency ?? currencyCode };
	const answer = { state: became, reference: refund.reference ?? refundId, stated, asAsked: true, reason };
	await settleRefund(tx, { refundId, answer, heardBy: "manager" });
	await audit(tx, {
		...{ action: "billing.resolve-refund", subject: `refund:${refundId}`, reason },
		...{ before: { state }, after: { state: became } },
	});
	return { refundId };
}
