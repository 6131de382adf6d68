import { z } from "zod";
import { systemNow } from "@/server/kernel/clock";
import { paymentId, refundId } from "@/server/kernel/ids";
import { type Money, moneyWire, toWire } from "@/server/kernel/money";
import { line } from "@/server/kernel/text";
import { demoMode, env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";
import type { Answer, CardService, DisputeNews } from "./card-service";

export type SandboxSettings = { url: string; secret: string; patienceMs: number };

/** Where the sandbox's card service is, and what signs the messages. Null: this installation has none; only a demo has one. */
export function sandboxSettings(): SandboxSettings | null {
	if (!demoMode()) return null;
	const { CARD_SANDBOX_URL: url, CARD_SANDBOX_SECRET: secret, CARD_SANDBOX_PATIENCE_MS: patienceMs } = env();
	return url && secret ? { url, secret, patienceMs } : null;
}

const statement = z.object({
	reference: line(200),
	status: z.enum(["pending", "succeeded", "refused"]),
	amount: moneyWire,
	reason: line(100).nullable(),
});

/** What the service says of a charge, in its answers and in its messages alike. */
export const sandboxStatement = statement.extend({ charge: paymentId });
/** The same of a refund. */
export const sandboxRefundStatement = statement.extend({ refund: refundId });
/** What it says of a charge that its owner's bank demands back. */
export const sandboxDisputeStatement = z.object({
	dispute: line(100),
	charge: paymentId,
	outcome: z.enum(["open", "won", "lost"]),
	amount: moneyWire,
});

export const disputeNewsOf = (said: z.output<typeof sandboxDisputeStatement>): DisputeNews => ({
	...{ id: said.dispute, outcome: said.outcome, status: said.outcome, reason: "demanded back" },
	stated: { minor: BigInt(said.amount.minor), currency: said.amount.currency },
});

export const answerOf = (said: z.output<typeof statement>, amount: Money): Answer => ({
	state: said.status,
	reference: said.reference,
	stated: { minor: BigInt(said.amount.minor), currency: said.amount.currency },
	asAsked: BigInt(said.amount.minor) === amount,
	reason: said.reason,
});

/**
 * The sandbox's card service over HTTP: `POST <url>/charges` and `<url>/refunds`, and `<url>/questions`, `<url>/refund-questions`
 * and `<url>/dispute-questions` to ask about one; all signed.
 */
export function sandboxCards({ url, secret, patienceMs }: SandboxSettings): CardService {
	async function send(path: string, key: string, content: unknown): Promise<Response> {
		const body = JSON.stringify(content);
		const signed = signMessage(body, secret, systemNow());
		return fetch(`${url}/${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": key, ...signed },
			body,
			redirect: "error",
			signal: AbortSignal.timeout(patienceMs),
		});
	}
	return {
		async charge({ paymentId: charge, token: card, amount, invoiceNumber }) {
			const content = { charge, card, amount: toWire(amount), invoice: invoiceNumber };
			const said = await read(await send("charges", charge, content), sandboxStatement);
			return answerOf(about(said, said.charge === charge), amount);
		},
		async ask({ paymentId: charge, amount }) {
			const said = await readUnlessUnknown(await send("questions", charge, { charge }), sandboxStatement);
			return said && answerOf(about(said, said.charge === charge), amount);
		},
		async refund({ refundId: refund, paymentId: charge, amount }) {
			const content = { refund, charge, amount: toWire(amount) };
			const said = await read(await send("refunds", refund, content), sandboxRefundStatement);
			return answerOf(about(said, said.refund === refund), amount);
		},
		async askRefund({ refundId: refund, amount }) {
			const said = await readUnlessUnknown(await send("refund-questions", refund, { refund }), sandboxRefundStatement);
			return said && answerOf(about(said, said.refund === refund), amount);
		},
		async askDispute(dispute) {
			const asked = await send("dispute-questions", dispute, { dispute });
			const said = await readUnlessUnknown(asked, sandboxDisputeStatement);
			return said && disputeNewsOf(about(said, said.dispute === dispute));
		},
	};
}

async function read<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
	if (response.ok) return schema.parse(await response.json());
	await response.body?.cancel();
	throw new Error(`the card service answered ${response.status}`);
}

async function readUnlessUnknown<Schema extends z.ZodType>(
	response: Response,
	schema: Schema,
): Promise<z.output<Schema> | null> {
	if (response.status !== 404) return read(response, schema);
	await response.body?.cancel();
	return null;
}

function about<Said>(said: Said, isSame: boolean): Said {
	if (!isSame) throw new Error("the card service answered about something else");
	return said;
}
