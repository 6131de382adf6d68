import { createHmac } from "node:crypto";
import { type Challenge, createChallenge, type Payload, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { after, minutes } from "@/server/kernel/clock";
import { env } from "./env";

/** How long a browser may take to fill in a form, and how long one who waits in line may wait. */
const VALID_MS = minutes(45);
/** One try costs a seventh of a millisecond of a processor, to check it costs the same. */
const COST = 500;
/** A key that begins so is found by 4,096 tries on average: a second or two on a phone, unnoticed while one types. */
const PREFIX = "000";
/** A proof in base64 is half as long. */
const LONGEST = 4000;

const hex = (most: number) =>
	z
		.string()
		.regex(/^[0-9a-f]+$/)
		.max(most);
const parameters = z.strictObject({
	algorithm: z.literal("PBKDF2/SHA-256"),
	cost: z.literal(COST),
	data: z.strictObject({ form: z.string().max(40) }),
	expiresAt: z.int(),
	keyLength: z.literal(32),
	keyPrefix: z.literal(PREFIX),
	nonce: hex(64),
	salt: hex(64),
});
const payload = z.strictObject({
	challenge: z.strictObject({ parameters, signature: hex(64) }),
	solution: z.object({ counter: z.int().min(0), derivedKey: hex(64), time: z.number().optional() }),
});

const secret = (): string => createHmac("sha256", env().AUTH_SECRET).update("proof of work").digest("hex");

/** What a browser has to work on before it may send a form: signed, for that form only, and not for ever. */
export const issueChallenge = (form: string, now: Date): Promise<Challenge> =>
	createChallenge({
		...{ algorithm: "PBKDF2/SHA-256", cost: COST, keyPrefix: PREFIX, deriveKey },
		...{ data: { form }, expiresAt: after(now, VALID_MS), hmacSignatureSecret: secret() },
	});

export type ProofFault = "missing" | "wrong" | "expired";
export type Proof = { fault: ProofFault } | { fault: null /** Names the proof: it may be used once. */; id: string };

/** Whether the work was done, for this form, on a challenge of ours. What is plainly wrong costs no more than looking at it. */
export async function checkProof(form: string, header: string | null): Promise<Proof> {
	if (!header) return { fault: "missing" };
	const proof = header.length > LONGEST ? null : parsed(header);
	if (proof?.challenge.parameters.data?.form !== form) return { fault: "wrong" };
	const { verified, expired } = await verifySolution({ ...proof, deriveKey, hmacSignatureSecret: secret() });
	if (expired) return { fault: "expired" };
	return verified ? { fault: null, id: proof.challenge.signature ?? "" } : { fault: "wrong" };
}

function parsed(header: string): Payload | null {
	try {
		return payload.parse(JSON.parse(Buffer.from(header, "base64").toString("utf8")));
	} catch {
		// Whatever is wrong with it, it is no proof.
		return null;
	}
}

/** A name for a network that says nothing of it to whoever reads the database. */
export const hiddenNetwork = (network: string): string =>
	createHmac("sha256", env().AUTH_SECRET).update(`network ${network}`).digest("base64url").slice(0, 22);
