import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, fromWire, type Money, money, negate, percentOf, split, subtract, toWire, zero } from "./money";

const amounts = fc.bigInt(-1_000_000_000_000_000n, 1_000_000_000_000_000n).map((minor) => money(minor));

describe("money", () => {
	it("is made of whole hundredths only", () => {
		expect(() => money(0.5)).toThrow(RangeError);
		expect(() => money(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
		expect(money(9500)).toBe(9500n);
	});

	it("adds up and comes back", () => {
		fc.assert(
			fc.property(amounts, amounts, (a, b) => {
				expect(subtract(add(a, b), b)).toBe(a);
				expect(add(a, negate(a))).toBe(zero);
			}),
		);
	});

	it("survives JSON", () => {
		fc.assert(
			fc.property(amounts, (amount) => {
				expect(fromWire(JSON.parse(JSON.stringify(toWire(amount))))).toBe(amount);
			}),
		);
	});
});

describe("a percentage", () => {
	it.each([
		[10000, 60, 6000],
		[10000, 95, 9500],
		[50, 5, 2], // 2.5 → 2, the even one
		[150, 5, 8], // 7.5 → 8, the even one
		[30, 5, 2], // 1.5 → 2
		[-50, 5, -2],
		[-150, 5, -8],
		[1, 50, 0],
		[3, 50, 2],
		[33, 12, 4],
		[0, 60, 0],
	])("of %i hundredths at %i %% is %i, half to even", (amount, percent, expected) => {
		expect(percentOf(money(amount), percent)).toBe(BigInt(expected));
	});

	it.each([-1, 101, 0.5])("is not %d", (percent) => {
		expect(() => percentOf(money(100), percent)).toThrow(RangeError);
	});
});

describe("a split", () => {
	it.each<[pool: number, weights: bigint[], parts: bigint[]]>([
		[6000, [1000n, 3000n], [1500n, 4500n]],
		[2101, [1000n, 1000n], [1051n, 1050n]],
		[100, [1n, 1n, 1n], [34n, 33n, 33n]],
		[700, [700n], [700n]],
		[5, [1n, 0n], [5n, 0n]],
	])("by its largest remainders: case %#", (pool, weights, parts) => {
		expect(split(money(pool), weights)).toEqual(parts);
	});

	it("adds up exactly, and no part is off by a hundredth or more", () => {
		const weights = fc
			.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 15 })
			.filter((all) => all.some(Boolean));
		fc.assert(
			fc.property(fc.bigInt(0n, 10n ** 12n), weights, (pool, all) => {
				const parts = split(pool as Money, all);
				const total = all.reduce((sum, weight) => sum + weight, 0n);
				expect(add(...parts)).toBe(pool);
				for (const [index, part] of parts.entries()) {
					const exact = pool * (all[index] ?? 0n);
					expect(part * total - exact < total && exact - part * total < total).toBe(true);
				}
			}),
		);
	});

	it.each<[number, bigint[]]>([
		[-1, [1n]],
		[1, []],
		[1, [0n]],
		[1, [2n, -1n]],
	])("of no pool or by no weights is refused: case %#", (pool, weights) => {
		expect(() => split(money(pool), weights)).toThrow(RangeError);
	});
});
