import { type Money, money, subtract, timesRatio } from "@/server/kernel/money";

export type DisputeOutcome = "open" | "won" | "lost";

/** Nothing more comes after it. */
export const isFinal = (outcome: DisputeOutcome): boolean => outcome !== "open";

type Paid = { amount: Money; chargedBack: Money; settlementMinor: bigint | null; settlementCurrency: string | null };

/**
 * What of a payment is gone with a lost dispute, in our currency: its share of what the service was asked for, rounded half-even,
 * never more than is left of the payment; all that is left where the bank counts in another currency than the service did.
 */
export function lostOf(payment: Paid, stated: { minor: bigint; currency: string }): Money {
	const left = subtract(payment.amount, payment.chargedBack);
	const { settlementMinor: whole, settlementCurrency } = payment;
	const isOther = settlementCurrency !== null && settlementCurrency !== stated.currency;
	if (isOther || stated.minor >= (whole ?? payment.amount)) return left;
	const share = timesRatio(payment.amount, stated.minor, whole ?? payment.amount);
	if (share > left) return left;
	return money(share);
}
