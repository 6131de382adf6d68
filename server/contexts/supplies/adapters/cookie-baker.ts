import { z } from "zod";
import { systemNow } from "@/server/kernel/clock";
import type { OrderId } from "@/server/kernel/ids";
import { line } from "@/server/kernel/text";
import { env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";

/** All that the contractor learns: what to write into the cookie, and in which language. */
export type CookieRequest = { order: OrderId; name: string; language: "en" | "ru" };

const answer = z.object({
	/** What the contractor calls the cookie. */
	reference: line(200),
	expectedInMinutes: z.int().min(0).max(10_000),
});
type BakerAnswer = z.output<typeof answer>;

/** The contractor who bakes a fortune cookie per client. */
export type CookieBaker = {
	/**
	 * Orders a cookie. The order's id is the idempotency key: asking again bakes nothing anew and gives the same answer.
	 * Throws CookieRefused where asking again is of no use, any other error where it may be.
	 */
	order(request: CookieRequest): Promise<BakerAnswer>;
};

/** The contractor has understood and will not bake. */
export class CookieRefused extends Error {
	constructor(status: number) {
		super(`the cookie contractor refused with ${status}`);
		this.name = "CookieRefused";
	}
}

const PATIENCE_MS = 10_000;
/** Answers that say "not now" rather than "no". */
const WORTH_REPEATING = [408, 409, 425, 429];

export type BakerySettings = { url: string; secret: string };

/** Where the contractor is and what signs the messages. Null: this installation has none. On one machine it is our own sandbox. */
export function bakerySettings(): BakerySettings | null {
	const { COOKIE_BAKER_URL: url, COOKIE_BAKER_SECRET: secret } = env();
	return url && secret ? { url, secret } : null;
}

/** The contractor over HTTP: `POST <url>/cookies`, signed over timestamp and body. */
export const cookieBaker = ({ url, secret }: BakerySettings): CookieBaker => ({
	async order(request) {
		const body = JSON.stringify(request);
		const response = await fetch(`${url}/cookies`, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"idempotency-key": request.order,
				...signMessage(body, secret, systemNow()),
			},
			body,
			redirect: "error",
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.ok) return answer.parse(await response.json());
		await response.body?.cancel();
		const final = response.status >= 400 && response.status < 500 && !WORTH_REPEATING.includes(response.status);
		throw final ? new CookieRefused(response.status) : new Error(`the cookie contractor answered ${response.status}`);
	},
});
