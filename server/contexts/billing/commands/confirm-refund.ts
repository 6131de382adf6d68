import type { z } from "zod";
import type { RefundId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { violatesUnique, withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type confirmRefundInput } from "../contracts";
import { demandManager } from "../domain/ownership";
import { isOver } from "../domain/refund";
import { demandAnothersInvoice } from "./begin-payment";
import { lockRefund, settleRefund } from "./settle-refund";

type Input = z.output<typeof confirmRefundInput>;

/** A manager has transferred to the client what came by the bank and was waived, and takes it down with the bank's reference. */
export async function confirmRefund(ctx: Ctx, input: Input): Promise<{ refundId: RefundId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key } = input;
	try {
		return await withTransaction(ctx, (tx) =>
			once(tx, { command: "billing.confirm-refund", key, input }, () => confirm(tx, input)),
		);
	} catch (error) {
		if (violatesUnique(error, "refunds_bank_reference")) throw billingRefusals.because("reference_used");
		throw error;
	}
}

async function confirm(tx: TxCtx, { refundId, amount, reference }: Input) {
	const { refund } = await lockRefund(tx, refundId);
	demandAnothersInvoice(tx.actor, refund.clientId);
	if (refund.kind !== "bank-transfer") throw billingRefusals.because("refund_by_card");
	if (isOver(refund.state)) throw billingRefusals.because("already_decided");
	if (refund.amount !== amount) throw billingRefusals.because("amount_changed");
	const { currencyCode: currency } = await policyInForce(tx, "money");
	const stated = { minor: amount, currency };
	const answer = { state: "succeeded", reference, stated, asAsked: true, reason: null } as const;
	await settleRefund(tx, { refundId, answer, heardBy: "manager" });
	await audit(tx, {
		...{ action: "billing.confirm-refund", subject: `refund:${refundId}` },
		...{ before: { state: refund.state }, after: { state: "succeeded", amount, reference } },
	});
	return { refundId };
}
