import { describe, expect, it } from "vitest";
import { money, percentOf, subtract } from "@/server/kernel/money";
import { moneyDefaults } from "@/server/platform/policies/money";
import { discountFor, nextStep } from "./discount";

const ladder = moneyDefaults.discountLadder;
const hundred = money(100_00);

describe("R-040: the discount ladder of spec/3-money", () => {
	it.each([
		{ paid: 0, discount: 0, price: 100_00 },
		{ paid: 10_000_00, discount: 0, price: 100_00 },
		{ paid: 10_000_01, discount: 5, price: 95_00 },
		{ paid: 20_000_00, discount: 5, price: 95_00 },
		{ paid: 20_000_01, discount: 6, price: 94_00 },
		{ paid: 35_000_00, discount: 7, price: 93_00 },
		{ paid: 50_000_01, discount: 9, price: 91_00 },
		{ paid: 80_000_00, discount: 11, price: 89_00 },
		{ paid: 80_000_01, discount: 12, price: 88_00 },
		{ paid: 1_000_000_00, discount: 12, price: 88_00 },
	])("$paid hundredths paid: $discount %, a 100.00 order costs $price", ({ paid, discount, price }) => {
		const percent = discountFor(money(paid), ladder);
		expect(percent).toBe(discount);
		expect(subtract(hundred, percentOf(hundred, percent))).toBe(BigInt(price));
	});

	it("gives none to whoever got back more than was paid", () => {
		expect(discountFor(money(-1), ladder)).toBe(0);
	});

	it("gives none where the ladder has no steps", () => {
		expect(discountFor(money(1_000_000_00), [])).toBe(0);
		expect(nextStep(money(1_000_000_00), [])).toBeNull();
	});
});

describe("the next step of the ladder", () => {
	it.each([
		{ paid: 0, percent: 5, missing: 10_000_01 },
		{ paid: 10_000_00, percent: 5, missing: 1 },
		{ paid: 10_000_01, percent: 6, missing: 10_000_00 },
		{ paid: 79_999_99, percent: 12, missing: 2 },
	])("from $paid hundredths is $percent %, after $missing more", ({ paid, percent, missing }) => {
		expect(nextStep(money(paid), ladder)).toEqual({ percent, missing: BigInt(missing) });
		expect(discountFor(money(paid + missing), ladder)).toBe(percent);
		expect(discountFor(money(paid + missing - 1), ladder)).toBeLessThan(percent);
	});

	it("is none at the top", () => {
		expect(nextStep(money(80_000_01), ladder)).toBeNull();
	});
});
