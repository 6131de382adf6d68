import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";

const AT_ONCE = 4;
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

const header = (proof: object): string => Buffer.from(JSON.stringify(proof)).toString("base64");

/** Proofs of work as browsers send them, each with all of its work done: it takes about a second of a processor for each. */
export async function honestProofs(count: number): Promise<string[]> {
	const { issueChallenge } = await import("@/server/platform/proof-of-work");
	const proofs: string[] = [];
	const work = async () => {
		while (proofs.length < count) {
			const challenge = await issueChallenge("apply", new Date());
			const solution = await solveChallenge({ challenge, deriveKey });
			if (!solution) throw new Error("a challenge could not be solved");
			proofs.push(header({ challenge, solution }));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return proofs.slice(0, count);
}

const unsolved = (challenge: Challenge): string =>
	header({ challenge, solution: { counter: 7, derivedKey: `000${"a".repeat(61)}` } });

/** What costs an attacker nothing: true challenges without the work, and old ones. */
export async function cheapProofs(count: number): Promise<{ unsolved: string[]; expired: string[] }> {
	const { issueChallenge } = await import("@/server/platform/proof-of-work");
	const many = async (at: Date) =>
		(await Promise.all(Array.from({ length: count }, () => issueChallenge("apply", at)))).map(unsolved);
	return { unsolved: await many(new Date()), expired: await many(LONG_AGO) };
}
