import type { Ctx } from "@/server/platform/context";
import { policyInForce, shownLadder } from "@/server/platform/policies";
import { discountFor, nextStep } from "../domain/discount";
import { clientOf } from "../domain/ownership";
import { paidTotalOf } from "./get-client-standing";

/** Where the signed-in client stands on the discount ladder, and what is missing for the next step. */
export async function getDiscountProgress(ctx: Ctx) {
	const clientId = clientOf(ctx.actor);
	const policy = await policyInForce(ctx, "money");
	const paidTotal = await paidTotalOf(ctx, clientId);
	return {
		paidTotal,
		percent: discountFor(paidTotal, policy.discountLadder),
		next: nextStep(paidTotal, policy.discountLadder),
		ladder: shownLadder(policy),
	};
}
