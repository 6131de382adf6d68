import { and, eq } from "drizzle-orm";
import { serviceTypes } from "@/db/schema/ordering";
import { clientStanding } from "@/server/contexts/billing";
import { commonRefusals } from "@/server/kernel/errors";
import type { ServiceTypeId } from "@/server/kernel/ids";
import type { Money, Percent } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandClient } from "../domain/access";
import { listPriceOf } from "../domain/price-formula";
import { discounted } from "../domain/price-terms";

/** What an order would cost now; the final price is fixed when a worker is chosen. */
export type Estimate = {
	listPrice: Money;
	discountPercent: Percent;
	price: Money;
	/** The discount is for this much paid so far. */
	paidTotal: Money;
	/** How much of the price is due once a worker has been assigned, though nothing was done. */
	duePercent: { cancelled: Percent; failed: Percent };
	/** What billing has against an order of the client. */
	objection: "inactive" | "overdue" | null;
};

/** The approximate cost of a service type for the client who asks. */
export async function getEstimate(ctx: Ctx, { serviceTypeId }: { serviceTypeId: ServiceTypeId }): Promise<Estimate> {
	const clientId = demandClient(ctx.actor);
	const [serviceType] = await ctx.db
		.select()
		.from(serviceTypes)
		.where(and(eq(serviceTypes.id, serviceTypeId), eq(serviceTypes.active, true)));
	if (!serviceType) throw commonRefusals.because("not_found");
	const { discountPercent, paidTotal, objection } = await clientStanding(ctx, clientId);
	const { cancelled, failed } = (await policyInForce(ctx, "money")).clientPaysPercent;
	const listPrice = listPriceOf(serviceType);
	return {
		listPrice,
		discountPercent,
		price: discounted(listPrice, discountPercent),
		paidTotal,
		duePercent: { cancelled, failed },
		objection,
	};
}
