import { createHmac, timingSafeEqual } from "node:crypto";
import { minutes } from "@/server/kernel/clock";

const TIMESTAMP = "x-timestamp";
const SIGNATURE = "x-signature";

/** An older message may be one that somebody has recorded and sends again. */
const TOLERANCE_MS = minutes(5);

/** Headers that prove to an outside service that a message is ours and was written now: HMAC-SHA-256 over timestamp and body. */
export function signMessage(body: string, secret: string, systemNow: Date): Record<string, string> {
	const timestamp = String(systemNow.getTime());
	return { [TIMESTAMP]: timestamp, [SIGNATURE]: signatureOf(timestamp, body, secret) };
}

export type SignatureFault = "unsigned" | "wrong_signature" | "too_old";

/** What is wrong with a signed message, or null. Of system time; the service's clock may be off by five minutes either way. */
export function faultOfMessage(
	{ body, headers }: { body: string; headers: Headers },
	secret: string,
	systemNow: Date,
): SignatureFault | null {
	const timestamp = headers.get(TIMESTAMP);
	const signature = headers.get(SIGNATURE);
	if (!timestamp || !signature || !/^\d{1,15}$/.test(timestamp)) return "unsigned";
	if (!equal(signature, signatureOf(timestamp, body, secret))) return "wrong_signature";
	return Math.abs(systemNow.getTime() - Number(timestamp)) > TOLERANCE_MS ? "too_old" : null;
}

const signatureOf = (timestamp: string, body: string, secret: string): string =>
	createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");

function equal(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
