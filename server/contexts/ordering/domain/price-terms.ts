import { type Money, money, type Percent, percentOf, subtract } from "@/server/kernel/money";
import type { Outcome } from "./order";

/** The part of the money policies that prices an order. */
type PricingPolicy = {
	version: number;
	workerSharePercent: Percent;
	workerPenalty: string;
	clientPaysPercent: Record<Outcome, Percent>;
};

/** What everybody gets and owes for one order, fixed when a worker is chosen. */
export type PriceTerms = {
	listPrice: Money;
	discountPercent: Percent;
	price: Money;
	workerShare: Money;
	workerPenalty: Money;
	clientPays: Record<Outcome, Money>;
	moneyPolicyVersion: number;
};

/** A price after the client's discount, rounded half-even on the hundredth. */
export const discounted = (listPrice: Money, discountPercent: Percent): Money =>
	subtract(listPrice, percentOf(listPrice, discountPercent));

/** The terms of an order by the money policies in force. The worker's share is of the price before the discount. */
export function priceTerms(listPrice: Money, discountPercent: Percent, policy: PricingPolicy): PriceTerms {
	const price = discounted(listPrice, discountPercent);
	const { completed, failed, cancelled } = policy.clientPaysPercent;
	return {
		listPrice,
		discountPercent,
		price,
		workerShare: percentOf(listPrice, policy.workerSharePercent),
		workerPenalty: money(BigInt(policy.workerPenalty)),
		clientPays: {
			completed: percentOf(price, completed),
			failed: percentOf(price, failed),
			cancelled: percentOf(price, cancelled),
		},
		moneyPolicyVersion: policy.version,
	};
}
