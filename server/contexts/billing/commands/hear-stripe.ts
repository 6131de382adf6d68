import type Stripe from "stripe";
import { clientId, paymentId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { cardOfSetup, type StripeSettings, stripeAnswer } from "../adapters/stripe";
import { findMethod } from "../queries/find-method";
import { putInForce } from "./choose-method";
import { requestOf } from "./send-payment";
import { settlePayment } from "./settle-payment";

/** Takes what Stripe tells by itself: what became of a charge, and that a client has left a card. All else is not about us. */
export async function hearStripe(ctx: Ctx, settings: StripeSettings, event: Stripe.Event): Promise<void> {
	switch (event.type) {
		case "payment_intent.succeeded":
		case "payment_intent.processing":
		case "payment_intent.payment_failed":
		case "payment_intent.canceled":
			return hearOfIntent(ctx, settings, event.data.object);
		case "checkout.session.completed":
			return hearOfCard(ctx, settings, event.data.object);
	}
}

async function hearOfIntent(ctx: Ctx, settings: StripeSettings, intent: Stripe.PaymentIntent): Promise<void> {
	const id = paymentId.safeParse(intent.metadata.paymentId);
	if (!id.success) return;
	const { payment } = await requestOf(ctx, id.data);
	const answer = stripeAnswer(intent, payment.amount, settings);
	await settlePayment(ctx, { paymentId: id.data, answer, heardBy: "webhook" });
}

/** The same card told again stays as it is. */
async function hearOfCard(ctx: Ctx, settings: StripeSettings, session: Stripe.Checkout.Session): Promise<void> {
	const client = clientId.safeParse(session.client_reference_id);
	if (!client.success || session.mode !== "setup") return;
	const card = await cardOfSetup(settings, session);
	if (!card) return;
	await withTransaction(ctx, async (tx) => {
		const known = await findMethod(tx, client.data);
		if (known?.token === card.token) return;
		await putInForce(tx, client.data, { kind: "stripe-card", ...card });
	});
}
