import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeAll, describe, expect, it } from "vitest";
import { checkProof, hiddenNetwork, issueChallenge } from "./proof-of-work";

const now = () => new Date();
const written = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString("base64");

async function worked(form: string, at = now()) {
	const challenge = await issueChallenge(form, at);
	const solution = await solveChallenge({ challenge, deriveKey });
	if (!solution) throw new Error("not solved");
	return { challenge, solution };
}

let proof: Awaited<ReturnType<typeof worked>>;
beforeAll(async () => {
	proof = await worked("apply");
}, 60_000);

describe("a proof of work", () => {
	it("is accepted for its form, by the name of its challenge", async () => {
		const { challenge } = proof;
		expect(await checkProof("apply", written(proof))).toEqual({ fault: null, id: challenge.signature });
	});

	it("is not accepted for another form", async () => {
		expect(await checkProof("other", written(proof))).toEqual({ fault: "wrong" });
	});

	it("expires", async () => {
		const { parameters } = await issueChallenge("apply", new Date("2026-01-01T00:00:00Z"));
		const old = await issueChallenge("apply", new Date("2026-01-01T00:00:00Z"));
		expect(parameters.expiresAt).toBeLessThan(Date.now() / 1000);
		expect(await checkProof("apply", written({ challenge: old, solution: proof.solution }))).toEqual({
			fault: "expired",
		});
	});

	it.each<[string, () => unknown]>([
		[
			"a key that was not worked for",
			() => ({ ...proof, solution: { counter: 1, derivedKey: `000${"a".repeat(61)}` } }),
		],
		["another challenge's solution", () => ({ ...proof, solution: { ...proof.solution, counter: 99 } })],
		["a challenge made easier", () => changed({ keyPrefix: "0" })],
		["a challenge made cheaper", () => changed({ cost: 1 })],
		["a challenge made to last", () => changed({ expiresAt: 4_000_000_000 })],
		["a challenge that nobody signed", () => ({ ...proof, challenge: { ...proof.challenge, signature: "00" } })],
		["a challenge that asks for much memory", () => changed({ memoryCost: 1_000_000 })],
		["something else", () => ["proof"]],
	])("is refused: %s", async (_, forged) => {
		expect(await checkProof("apply", written(forged()))).toEqual({ fault: "wrong" });
	});

	it("is missed, and not looked for in what is too long or no proof at all", async () => {
		expect(await checkProof("apply", null)).toEqual({ fault: "missing" });
		expect(await checkProof("apply", "x".repeat(10_000))).toEqual({ fault: "wrong" });
		expect(await checkProof("apply", "\u0000{]")).toEqual({ fault: "wrong" });
	});
});

const changed = (change: object) => ({
	...proof,
	challenge: { ...proof.challenge, parameters: { ...proof.challenge.parameters, ...change } },
});

describe("a network's name", () => {
	it("is the same for the same network, and does not tell it", () => {
		expect(hiddenNetwork("203.0.113")).toBe(hiddenNetwork("203.0.113"));
		expect(hiddenNetwork("203.0.113")).not.toBe(hiddenNetwork("203.0.114"));
		expect(hiddenNetwork("203.0.113")).not.toContain("203");
	});
});
