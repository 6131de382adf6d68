import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { paymentMethods } from "@/db/schema/billing-collections";
import type { Ctx } from "@/server/platform/context";
import { log } from "@/server/platform/log";
import { beginCardSetup, stripeSettings } from "../adapters/stripe";
import { type beginCardInput, billingRefusals } from "../contracts";
import { clientOf } from "../domain/ownership";

/** Leads the signed-in client to Stripe's page for leaving a card. That it was left there, Stripe tells by a message. */
export async function beginCard(
	ctx: Ctx,
	{ idempotencyKey }: z.output<typeof beginCardInput>,
): Promise<{ url: string }> {
	const clientId = clientOf(ctx.actor);
	const settings = stripeSettings();
	if (!settings) throw billingRefusals.because("no_card_service");
	const [earlier] = await ctx.db
		.select({ customer: paymentMethods.customer })
		.from(paymentMethods)
		.where(and(eq(paymentMethods.clientId, clientId), isNotNull(paymentMethods.customer)))
		.orderBy(desc(paymentMethods.chosenAt))
		.limit(1);
	try {
		return await beginCardSetup(settings, { clientId, customer: earlier?.customer ?? null, idempotencyKey });
	} catch (error) {
		log.error({ err: error, clientId }, "Stripe gave no page for a card");
		throw billingRefusals.because("card_service_away");
	}
}
