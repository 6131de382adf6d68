import { describe, expect, it } from "vitest";
import { money } from "@/server/kernel/money";
import { listPriceOf, PRICE_FORMULA_VERSION } from "./price-formula";
import { priceTerms } from "./price-terms";

const policy = {
	version: 3,
	workerSharePercent: 60,
	workerPenalty: "4000",
	clientPaysPercent: { completed: 100, failed: 100, cancelled: 100 },
};

describe("the price of an order", () => {
	it.each([
		{ discount: 0, price: 10000n },
		{ discount: 5, price: 9500n },
		{ discount: 6, price: 9400n },
		{ discount: 12, price: 8800n },
	])("of 100.00 with $discount % is $price hundredths", ({ discount, price }) => {
		expect(priceTerms(money(10000n), discount, policy)).toMatchObject({ price, discountPercent: discount });
	});

	it("leaves the worker 60 % of the price before the client's discount, and a penalty of 40.00", () => {
		const terms = priceTerms(money(10000n), 5, policy);
		expect(terms).toEqual({
			listPrice: 10000n,
			discountPercent: 5,
			price: 9500n,
			workerShare: 6000n,
			workerPenalty: 4000n,
			clientPays: { completed: 9500n, failed: 9500n, cancelled: 9500n },
			moneyPolicyVersion: 3,
		});
	});

	it("follows a policy by which less is paid for what did not happen", () => {
		const kinder = { ...policy, clientPaysPercent: { completed: 100, failed: 0, cancelled: 50 } };
		expect(priceTerms(money(10000n), 5, kinder).clientPays).toEqual({ completed: 9500n, failed: 0n, cancelled: 4750n });
	});

	it("rounds once, half to even", () => {
		// 5 % of 0.30 is 0.015, which rounds to 0.02; of 0.50 it is 0.025, which rounds to 0.02 as well.
		expect(priceTerms(money(30n), 5, policy).price).toBe(28n);
		expect(priceTerms(money(50n), 5, policy).price).toBe(48n);
	});

	it("is, by the first formula, the base price of the service type", () => {
		expect(PRICE_FORMULA_VERSION).toBe(1);
		expect(listPriceOf({ basePrice: money(12345n) })).toBe(12345n);
	});
});
