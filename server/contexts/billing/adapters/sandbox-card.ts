import { z } from "zod";
import { systemNow } from "@/server/kernel/clock";
import { paymentId } from "@/server/kernel/ids";
import { type Money, moneyWire, toWire } from "@/server/kernel/money";
import { line } from "@/server/kernel/text";
import { demoMode, env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";
import type { Answer, CardService, ChargeRequest } from "./card-service";

export type SandboxSettings = { url: string; secret: string };

/** Where the sandbox's card service is, and what signs the messages. Null: this installation has none; only a demo has one. */
export function sandboxSettings(): SandboxSettings | null {
	if (!demoMode()) return null;
	const { CARD_SANDBOX_URL: url, CARD_SANDBOX_SECRET: secret } = env();
	return url && secret ? { url, secret } : null;
}

/** What the service says of a charge, in its answers and in its messages alike. */
export const sandboxStatement = z.object({
	charge: paymentId,
	reference: line(200),
	status: z.enum(["pending", "succeeded", "refused"]),
	amount: moneyWire,
	reason: line(100).nullable(),
});

export const answerOf = (said: z.output<typeof sandboxStatement>, amount: Money): Answer => ({
	state: said.status,
	reference: said.reference,
	stated: { minor: BigInt(said.amount.minor), currency: said.amount.currency },
	asAsked: BigInt(said.amount.minor) === amount,
	reason: said.reason,
});

/** Longer than the slowest card takes to answer, shorter than a person waits. */
const PATIENCE_MS = 6_000;

/** The sandbox's card service over HTTP: `POST <url>/charges`, and `POST <url>/questions` to ask about one; both signed. */
export function sandboxCards({ url, secret }: SandboxSettings): CardService {
	async function send(path: string, key: string, content: unknown): Promise<Response> {
		const body = JSON.stringify(content);
		const signed = signMessage(body, secret, systemNow());
		return fetch(`${url}/${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": key, ...signed },
			body,
			redirect: "error",
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
	}
	const read = async (response: Response, { paymentId: asked, amount }: ChargeRequest): Promise<Answer> => {
		if (!response.ok) {
			await response.body?.cancel();
			throw new Error(`the card service answered ${response.status}`);
		}
		const said = sandboxStatement.parse(await response.json());
		if (said.charge !== asked) throw new Error("the card service answered about another charge");
		return answerOf(said, amount);
	};
	return {
		async charge(request) {
			const { paymentId: charge, token: card, amount, invoiceNumber } = request;
			const content = { charge, card, amount: toWire(amount), invoice: invoiceNumber };
			return read(await send("charges", charge, content), request);
		},
		async ask(request) {
			const response = await send("questions", request.paymentId, { charge: request.paymentId });
			if (response.status !== 404) return read(response, request);
			await response.body?.cancel();
			return null;
		},
	};
}
