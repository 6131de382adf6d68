import { add, type Money, subtract, timesRatio, zero } from "@/server/kernel/money";

export type RefundState = "intent" | "unknown" | "pending" | "succeeded" | "refused" | "returned";
type Word = "pending" | "succeeded" | "refused";

/** Nothing more is awaited. What has succeeded may still come back. */
export const isOver = (state: RefundState): boolean =>
	state === "succeeded" || state === "refused" || state === "returned";

/** What a service's word makes of a refund; null: nothing. A refusal after success means that the money came back. */
export function afterWord(state: RefundState, word: Word): Word | "returned" | null {
	if (state === "refused" || state === "returned") return null;
	if (state === "succeeded") return word === "refused" ? "returned" : null;
	return word;
}

type Part = { amount: Money; settlementMinor: bigint | null };

/** What is left of a payment after all that was given back of it, or is about to be. */
export const leftOf = (paid: Money, given: Pick<Part, "amount">[]): Money =>
	subtract(paid, add(zero, ...given.map(({ amount }) => amount)));

/**
 * What a refund is in the currency in which the payment was settled: its share, rounded half-even, never more than what is left
 * there; whoever takes the last of the payment takes the last of that, too. Null where the service knows our currency.
 */
export function shareOfSettlement(payment: Part, given: Part[], amount: Money): bigint | null {
	const { settlementMinor: whole } = payment;
	if (whole === null) return null;
	const left = whole - given.reduce((sum, part) => sum + (part.settlementMinor ?? 0n), 0n);
	if (leftOf(payment.amount, given) === amount) return left;
	const share = timesRatio(amount, whole, payment.amount);
	if (share < left) return share;
	return left;
}
