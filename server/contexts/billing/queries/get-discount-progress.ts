import { money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { discountFor, nextStep } from "../domain/discount";
import { clientOf } from "../domain/ownership";
import { paidTotalOf } from "./get-client-standing";

/** Where the signed-in client stands on the discount ladder, and what is missing for the next step. */
export async function getDiscountProgress(ctx: Ctx) {
	const clientId = clientOf(ctx.actor);
	const { discountLadder } = await policyInForce(ctx, "money");
	const paidTotal = await paidTotalOf(ctx, clientId);
	return {
		paidTotal,
		percent: discountFor(paidTotal, discountLadder),
		next: nextStep(paidTotal, discountLadder),
		ladder: discountLadder.map(({ above, percent }) => ({ above: money(BigInt(above)), percent })),
	};
}
