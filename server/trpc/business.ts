import type { Money } from "@/server/kernel/money";
import { policyInForce, shownLadder } from "@/server/platform/policies";
import type { RequestCtx } from "./init";
import { anyone, router } from "./procedures";

/** What every page needs to write money and times: the currency's sign, the business time zone, and what time it is there. */
export type BusinessSettings = { sign: string; timeZone: string; now: Date };

export async function businessSettings(ctx: RequestCtx): Promise<BusinessSettings> {
	const { currencySign, timeZone } = await policyInForce(ctx, "money");
	return { sign: currencySign, timeZone, now: ctx.clock.now() };
}

type PriceTerms = {
	/** Whoever has paid more than `above` in total gets `percent` off. */
	discountLadder: { above: Money; percent: number }[];
	/** Of the price, for an order to which somebody was assigned. */
	duePercent: { completed: number; cancelled: number; failed: number };
};

async function priceTerms(ctx: RequestCtx): Promise<PriceTerms> {
	const policy = await policyInForce(ctx, "money");
	return { discountLadder: shownLadder(policy), duePercent: policy.clientPaysPercent };
}

export const businessRouter = router({
	/** For everybody: the public price list needs the sign as well. Nothing in it is secret. */
	settings: anyone.query(({ ctx }) => businessSettings(ctx)),

	/** For everybody: on what terms one orders stands on the public price list. How a price is made is not in it. */
	priceTerms: anyone.query(({ ctx }) => priceTerms(ctx)),
});
