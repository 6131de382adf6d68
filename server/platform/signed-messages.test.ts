import { describe, expect, it } from "vitest";
import { faultOfMessage, signMessage } from "./signed-messages";

const secret = "a secret of at least thirty-two letters";
const body = '{"order":"1"}';
const at = new Date("2026-11-22T10:00:00Z");
const later = (ms: number) => new Date(at.getTime() + ms);
const message = (over: { body?: string; headers?: Record<string, string> } = {}) => ({
	body: over.body ?? body,
	headers: new Headers({ ...signMessage(body, secret, at), ...over.headers }),
});

describe("a signed message", () => {
	it("is taken for five minutes, and from a clock that is five minutes ahead", () => {
		for (const now of [at, later(300_000), later(-300_000)]) expect(faultOfMessage(message(), secret, now)).toBeNull();
	});

	it("is refused when it is older, or from the future", () => {
		for (const now of [later(300_001), later(-300_001)]) expect(faultOfMessage(message(), secret, now)).toBe("too_old");
	});

	it.each([
		["another body", message({ body: '{"order":"2"}' }), secret],
		["another time", message({ headers: { "x-timestamp": String(at.getTime() + 1) } }), secret],
		["another signature", message({ headers: { "x-signature": "ab" } }), secret],
		["a signature of other letters", message({ headers: { "x-signature": "é".repeat(64) } }), secret],
		["another secret", message(), "a secret of somebody else, as long as ours"],
	])("is refused with %s", (_what, sent, key) => {
		expect(faultOfMessage(sent, key, at)).toBe("wrong_signature");
	});

	it.each([[{}], [{ "x-timestamp": "now", "x-signature": "ab" }], [{ "x-timestamp": "1" }]])(
		"is unsigned without both headers: %j",
		(headers) => {
			expect(faultOfMessage({ body, headers: new Headers(headers as Record<string, string>) }, secret, at)).toBe(
				"unsigned",
			);
		},
	);
});
