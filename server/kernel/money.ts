import { z } from "zod";

/** An amount in integer hundredths of the book currency. Never a float; made by the functions below or read from a `bigint` column. */
export type Money = bigint & { readonly __money: unique symbol };

/** The one currency of the books. Its sign on screens is a policy; an outside currency is a matter of the payment adapters. */
const BOOK_CURRENCY = "CTU";

/** A whole number of percent, 0 to 100. */
export type Percent = number;

/** Hundredths as money. Throws on anything but an integer: a fraction of a hundredth is a bug, not an input error. */
export function money(minor: bigint | number): Money {
	if (typeof minor === "number" && !Number.isSafeInteger(minor)) {
		throw new RangeError(`money takes integer hundredths, got ${minor}`);
	}
	return BigInt(minor) as Money;
}

export const zero = money(0n);

export const add = (...amounts: Money[]): Money => amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Money;
export const subtract = (from: Money, amount: Money): Money => (from - amount) as Money;
export const negate = (amount: Money): Money => -amount as Money;

/** `percent` of an amount, rounded half-even on the hundredth, once (spec/3-money). */
export function percentOf(amount: Money, percent: Percent): Money {
	if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
		throw new RangeError(`a percentage is a whole number from 0 to 100, got ${percent}`);
	}
	return divideHalfEven(amount * BigInt(percent), 100n) as Money;
}

/** An amount times a ratio, rounded half-even, once: for another currency's smallest unit, which is no money of the books. */
export const timesRatio = (amount: Money, numerator: bigint, denominator: bigint): bigint =>
	divideHalfEven(amount * numerator, denominator);

/**
 * Splits a pool in proportion to weights by the largest remainder, so that the parts add up to the pool exactly.
 * Odd hundredths go to the largest remainders; equal remainders to the earlier weight.
 */
export function split(pool: Money, weights: readonly bigint[]): Money[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0n);
	if (pool < 0n || total <= 0n || weights.some((weight) => weight < 0n)) {
		throw new RangeError("a split takes a pool of at least zero and weights that are not negative and not all zero");
	}
	const parts = weights.map((weight, index) => ({
		index,
		share: (pool * weight) / total,
		remainder: (pool * weight) % total,
	}));
	const odd = Number(pool - parts.reduce((sum, part) => sum + part.share, 0n));
	const luckiest = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index).slice(0, odd);
	for (const part of luckiest) part.share += 1n;
	return parts.map((part) => part.share as Money);
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
	const sign = numerator < 0n ? -1n : 1n;
	const absolute = numerator * sign;
	const quotient = absolute / denominator;
	const twice = (absolute % denominator) * 2n;
	const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
	return sign * (up ? quotient + 1n : quotient);
}

/** Money as events and step results carry it: `{ minor: "9500", currency: "CTU" }`. Decodes to `Money`, encodes back. */
export const moneyWire = z.object({
	minor: z.string().regex(/^-?\d{1,18}$/),
	currency: z.literal(BOOK_CURRENCY),
});
export type MoneyWire = z.infer<typeof moneyWire>;

export const toWire = (amount: Money): MoneyWire => ({ minor: amount.toString(), currency: BOOK_CURRENCY });
export const fromWire = (wire: MoneyWire): Money => money(BigInt(wire.minor));

/** Money in a procedure's input or output; superjson carries the bigint. At most a trillion either way. */
export const moneySchema = z
	.bigint()
	.min(-100_000_000_000_000n)
	.max(100_000_000_000_000n)
	.transform((minor) => minor as Money);
