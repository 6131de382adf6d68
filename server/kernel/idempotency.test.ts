import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, fingerprint } from "./idempotency";

describe("a fingerprint", () => {
	it("does not depend on the order of keys, nor on keys that are not there", () => {
		expect(fingerprint({ a: 1, b: { c: 2, d: undefined } })).toBe(fingerprint({ b: { c: 2 }, a: 1 }));
	});

	it("tells apart what differs", () => {
		const all = [
			1,
			"1",
			1n,
			null,
			[1],
			{ a: 1 },
			{ a: [1] },
			new Date(1),
			"date:1970-01-01T00:00:00.001Z ",
			[1, 2],
			[2, 1],
		];
		expect(new Set(all.map(fingerprint)).size).toBe(all.length);
	});

	it("agrees with JSON on plain values", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});
});
