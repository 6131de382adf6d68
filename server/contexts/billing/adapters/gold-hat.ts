import { z } from "zod";
import { systemNow } from "@/server/kernel/clock";
import type { TransferId } from "@/server/kernel/ids";
import { demoMode, env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";
import { reasonOfOthers } from "../domain/reason-of-others";

/** What Gold Hat is asked for. */
export type TransferOrder = {
	id: TransferId;
	account: string;
	/** With two decimals: `140.00`. */
	amount: string;
	currency: string;
	/** What the receiver reads. */
	reference: string;
};

const answer = z.discriminatedUnion("status", [
	z.object({ status: z.literal("pending") }),
	z.object({ status: z.literal("completed") }),
	z.object({ status: z.literal("rejected"), reason: reasonOfOthers.catch("no reason given") }),
]);
export type TransferNews = z.output<typeof answer>;

/** Gold Hat, the service that pays workers. */
export type GoldHat = {
	/**
	 * Has it transfer money. The id is the idempotency key: asking again moves nothing twice. Throws TransferRefused where it
	 * has understood and will not; after any other error nobody knows whether it was heard.
	 */
	transfer(order: TransferOrder): Promise<void>;
	/** What has become of a transfer; null when it has never heard of it. */
	ask(id: TransferId): Promise<TransferNews | null>;
};

/** Gold Hat has understood and will not. */
export class TransferRefused extends Error {
	constructor(readonly reason: string) {
		super(`Gold Hat refused: ${reason}`);
		this.name = "TransferRefused";
	}
}

/** Answers by which Gold Hat refuses for good. All others leave open what it did. */
const REFUSALS = [400, 402, 422];

export type GoldHatSettings = { url: string; secret: string; patienceMs: number };

/** Where Gold Hat is and what signs the messages. Null: this installation has none. A demo's is our own sandbox. */
export function goldHatSettings(): GoldHatSettings | null {
	const { GOLD_HAT_URL: url, GOLD_HAT_SECRET: secret, GOLD_HAT_PATIENCE_MS: patienceMs, APP_URL } = env();
	if (!url || !secret) return null;
	const isOurs = url.startsWith(new URL("/api/sandbox/", APP_URL).href);
	return isOurs && !demoMode() ? null : { url, secret, patienceMs };
}

/** Gold Hat over HTTP, signed over timestamp and body. */
export function goldHat({ url, secret, patienceMs }: GoldHatSettings): GoldHat {
	const call = (path: string, method: "GET" | "POST", body: string, headers: Record<string, string> = {}) =>
		fetch(`${url}${path}`, {
			method,
			headers: { ...headers, ...signMessage(body, secret, systemNow()) },
			...(method === "POST" && { body }),
			redirect: "error",
			signal: AbortSignal.timeout(patienceMs),
		});
	return {
		async transfer(order) {
			const headers = { "content-type": "application/json", "idempotency-key": order.id };
			const response = await call("/transfers", "POST", JSON.stringify(order), headers);
			if (REFUSALS.includes(response.status)) throw new TransferRefused(await reasonOf(response));
			await response.body?.cancel();
			if (!response.ok) throw new Error(`Gold Hat answered ${response.status}`);
		},
		async ask(id) {
			const response = await call(`/transfers/${id}`, "GET", "");
			if (response.ok) return answer.parse(await response.json());
			await response.body?.cancel();
			if (response.status === 404) return null;
			throw new Error(`Gold Hat answered ${response.status}`);
		},
	};
}

const refusal = z.object({ error: reasonOfOthers });

async function reasonOf(response: Response): Promise<string> {
	const parsed = refusal.safeParse(await response.json().catch(() => null));
	return parsed.success ? parsed.data.error : `answer ${response.status}`;
}
