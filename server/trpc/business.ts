import { policyInForce } from "@/server/platform/policies";
import type { RequestCtx } from "./init";
import { anyone, router } from "./procedures";

/** What every page needs to write money and times: the currency's sign, the business time zone, and what time it is there. */
export type BusinessSettings = { sign: string; timeZone: string; now: Date };

export async function businessSettings(ctx: RequestCtx): Promise<BusinessSettings> {
	const { currencySign, timeZone } = await policyInForce(ctx, "money");
	return { sign: currencySign, timeZone, now: ctx.clock.now() };
}

export const businessRouter = router({
	/** For everybody: the public price list needs the sign as well. Nothing in it is secret. */
	settings: anyone.query(({ ctx }) => businessSettings(ctx)),
});
