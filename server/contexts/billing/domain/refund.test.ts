import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Money, money } from "@/server/kernel/money";
import { afterWord, leftOf, shareOfSettlement } from "./refund";

describe("what a word about a refund makes of it", () => {
	it.each([
		["intent", "succeeded", "succeeded"],
		["unknown", "pending", "pending"],
		["pending", "refused", "refused"],
		["succeeded", "refused", "returned"],
		["succeeded", "succeeded", null],
		["succeeded", "pending", null],
		["returned", "succeeded", null],
		["refused", "succeeded", null],
		["refused", "pending", null],
	] as const)("%s, then %s: %s", (state, word, after) => {
		expect(afterWord(state, word)).toBe(after);
	});
});

describe("a refund's share in the currency in which the payment was settled", () => {
	it("is its part of what was charged, and the last one takes what is left", () => {
		const payment = { amount: money(95_00), settlementMinor: 80_75n };
		const first = { amount: money(31_67), settlementMinor: shareOfSettlement(payment, [], money(31_67)) };
		expect(first.settlementMinor).toBe(26_92n);
		const second = { amount: money(31_67), settlementMinor: shareOfSettlement(payment, [first], money(31_67)) };
		expect(shareOfSettlement(payment, [first, second], money(31_66))).toBe(80_75n - 26_92n - 26_92n);
		expect(shareOfSettlement({ amount: money(95_00), settlementMinor: null }, [], money(1))).toBeNull();
	});

	it("adds up to all that was charged and never to more, however a payment is divided", () => {
		const divided = fc.record({
			parts: fc.array(fc.bigInt({ min: 1n, max: 10_000_00n }), { minLength: 1, maxLength: 12 }),
			settled: fc.bigInt({ min: 1n, max: 100_000_00n }),
		});
		fc.assert(
			fc.property(divided, ({ parts, settled }) => {
				const payment = { amount: money(parts.reduce((sum, part) => sum + part, 0n)), settlementMinor: settled };
				const given: { amount: Money; settlementMinor: bigint }[] = [];
				for (const part of parts) {
					const share = shareOfSettlement(payment, given, money(part));
					expect(share).not.toBeNull();
					expect(share).toBeGreaterThanOrEqual(0n);
					given.push({ amount: money(part), settlementMinor: share ?? -1n });
				}
				expect(leftOf(payment.amount, given)).toBe(0n);
				expect(given.reduce((sum, part) => sum + part.settlementMinor, 0n)).toBe(settled);
			}),
		);
	});
});
