import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import {
	answerOf,
	disputeNewsOf,
	type sandboxDisputeStatement,
	type sandboxRefundStatement,
	type sandboxStatement,
} from "../adapters/sandbox-card";
import { noteDispute } from "./note-dispute";
import { requestOf } from "./send-payment";
import { refundRequestOf } from "./send-refund";
import { settlePayment } from "./settle-payment";
import { settleRefund } from "./settle-refund";

/** The sandbox's card service tells by itself what became of a charge. Throws `common.not_found` for one that is not ours. */
export async function hearSandboxPayment(ctx: Ctx, said: z.output<typeof sandboxStatement>): Promise<void> {
	const { payment } = await requestOf(ctx, said.charge);
	const answer = answerOf(said, payment.amount);
	await settlePayment(ctx, { paymentId: said.charge, answer, heardBy: "webhook" });
}

/** The same of a refund. */
export async function hearSandboxRefund(ctx: Ctx, said: z.output<typeof sandboxRefundStatement>): Promise<void> {
	const { refund } = await refundRequestOf(ctx, said.refund);
	const answer = answerOf(said, refund.amount);
	await settleRefund(ctx, { refundId: said.refund, answer, heardBy: "webhook" });
}

/** The same of a charge that its owner's bank demands back. */
export const hearSandboxDispute = (ctx: Ctx, said: z.output<typeof sandboxDisputeStatement>): Promise<void> =>
	noteDispute(ctx, said.charge, disputeNewsOf(said));
