import { z } from "zod";
import { paymentId, refundId } from "@/server/kernel/ids";
import { line } from "@/server/kernel/text";
import { demoMode, env } from "@/server/platform/env";
import { answerSigned, fault } from "@/server/platform/signed-requests";
import { sandboxSettings } from "./sandbox-card";
import {
	acceptSandboxCharge,
	deliverSandboxStatement,
	findSandboxCharge,
	sandboxChargeRequest,
} from "./sandbox-card-service";
import { changeSandboxDispute, findSandboxDispute, sandboxDisputeOrder } from "./sandbox-dispute-service";
import { acceptSandboxRefund, cardOfCharge, findSandboxRefund, sandboxRefundRequest } from "./sandbox-refund-service";

export const secretOfSandbox = () => sandboxSettings()?.secret ?? null;

/** How much of the patience that it is waited with a slow card and a silent one take. */
const SLOW = 0.5;
const SILENT = 1.7;
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `POST /api/sandbox/card/charges`: the card service of demo mode charges a card, as well or as badly as the card says. */
export async function sandboxCharges(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, secretOfSandbox(), async (ctx, content) => {
		const asked = sandboxChargeRequest.safeParse(content);
		if (!asked.success || request.headers.get("idempotency-key") !== asked.data.charge) return fault(400, "malformed");
		return answerAs(asked.data.card, await acceptSandboxCharge(ctx, asked.data));
	});
}

/** `POST /api/sandbox/card/refunds`: it gives back a charge or a part of it, as the card that was charged says. */
export async function sandboxRefunds(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, secretOfSandbox(), async (ctx, content) => {
		const asked = sandboxRefundRequest.safeParse(content);
		if (!asked.success || request.headers.get("idempotency-key") !== asked.data.refund) return fault(400, "malformed");
		const statement = await acceptSandboxRefund(ctx, asked.data);
		return answerAs(await cardOfCharge(ctx, asked.data.charge), statement);
	});
}

async function answerAs(card: string | null, statement: { status: string } | null): Promise<Response> {
	if (!statement) return fault(503, "lost");
	const { CARD_SANDBOX_PATIENCE_MS: patience } = env();
	if (card === "slow") await pass(SLOW * patience);
	if (card === "silent") {
		await pass(SILENT * patience);
		return fault(504, "silent");
	}
	return Response.json(statement, { status: statement.status === "pending" ? 202 : 200 });
}

const question = z.object({ charge: paymentId });

/** `POST /api/sandbox/card/questions`: what became of a charge? */
export async function sandboxQuestions(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, secretOfSandbox(), async (ctx, content) => {
		const asked = question.safeParse(content);
		if (!asked.success) return fault(400, "malformed");
		const statement = await findSandboxCharge(ctx, asked.data.charge);
		return statement ? Response.json(statement) : fault(404, "not_found");
	});
}

const refundQuestion = z.object({ refund: refundId });

/** `POST /api/sandbox/card/refund-questions`: what became of a refund? */
export async function sandboxRefundQuestions(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, secretOfSandbox(), async (ctx, content) => {
		const asked = refundQuestion.safeParse(content);
		if (!asked.success) return fault(400, "malformed");
		const statement = await findSandboxRefund(ctx, asked.data.refund);
		return statement ? Response.json(statement) : fault(404, "not_found");
	});
}

/**
 * `POST /api/sandbox/card/disputes`: whoever knows the secret makes the card's bank demand a charge back, or decide about it; the
 * service tells our webhook.
 */
export async function sandboxDisputes(request: Request): Promise<Response> {
	const settings = sandboxSettings();
	if (!settings) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, settings.secret, async (ctx, content) => {
		const order = sandboxDisputeOrder.safeParse(content);
		if (!order.success) return fault(400, "malformed");
		const statement = await changeSandboxDispute(ctx, order.data);
		if (!statement) return fault(409, "not_disputable");
		await deliverSandboxStatement(settings, statement);
		return Response.json(statement);
	});
}

const disputeQuestion = z.object({ dispute: line(100) });

/** `POST /api/sandbox/card/dispute-questions`: how does a dispute stand? */
export async function sandboxDisputeQuestions(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/card", request, secretOfSandbox(), async (ctx, content) => {
		const asked = disputeQuestion.safeParse(content);
		if (!asked.success) return fault(400, "malformed");
		const statement = await findSandboxDispute(ctx, asked.data.dispute);
		return statement ? Response.json(statement) : fault(404, "not_found");
	});
}
