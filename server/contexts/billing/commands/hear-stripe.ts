import { and, eq } from "drizzle-orm";
import type Stripe from "stripe";
import { paymentMethods } from "@/db/schema/billing-collections";
import { after } from "@/server/kernel/clock";
import { clientId, paymentId, refundId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { cardOfSetup, idOf, type StripeSettings, stripeAnswer } from "../adapters/stripe";
import { retrieveDispute, retrieveIntent, retrieveRefund, stripeRefundAnswer } from "../adapters/stripe-refunds";
import { findMethod } from "../queries/find-method";
import { lockChoice, putInForce } from "./choose-method";
import { noteDispute } from "./note-dispute";
import { requestOf } from "./send-payment";
import { refundRequestOf } from "./send-refund";
import { settlePayment } from "./settle-payment";
import { settleRefund } from "./settle-refund";

/**
 * Takes what Stripe tells by itself: what became of a charge, of a refund, of what a client's bank demands back, and that a client
 * has left a card. All else is not about us.
 */
export async function hearStripe(ctx: Ctx, settings: StripeSettings, event: Stripe.Event): Promise<void> {
	switch (event.type) {
		case "payment_intent.succeeded":
		case "payment_intent.processing":
		case "payment_intent.payment_failed":
		case "payment_intent.canceled":
			return hearOfIntent(ctx, event.data.object);
		case "refund.created":
		case "refund.updated":
		case "refund.failed":
		case "charge.refund.updated":
			return hearOfRefund(ctx, settings, event.data.object);
		case "charge.dispute.created":
		case "charge.dispute.updated":
		case "charge.dispute.closed":
		case "charge.dispute.funds_withdrawn":
		case "charge.dispute.funds_reinstated":
			return hearOfDispute(ctx, settings, event.data.object);
		case "checkout.session.completed":
			return hearOfCard(ctx, settings, event.data.object);
	}
}

async function hearOfIntent(ctx: Ctx, intent: Stripe.PaymentIntent): Promise<void> {
	const id = paymentId.safeParse(intent.metadata.paymentId);
	if (!id.success) return;
	const { settlement } = (await requestOf(ctx, id.data)).request;
	if (!settlement) return;
	const answer = stripeAnswer(intent, settlement);
	await settlePayment(ctx, { paymentId: id.data, answer, heardBy: "webhook" });
}

/** A refund may succeed first and fail days later, and messages come late: so what counts is what Stripe says when it is asked. */
async function hearOfRefund(ctx: Ctx, settings: StripeSettings, told: Stripe.Refund): Promise<void> {
	const id = refundId.safeParse(told.metadata?.refundId);
	if (!id.success) return;
	const { settlement } = (await refundRequestOf(ctx, id.data)).request;
	if (!settlement) return;
	const answer = stripeRefundAnswer(await retrieveRefund(settings, told.id), settlement);
	await settleRefund(ctx, { refundId: id.data, answer, heardBy: "webhook" });
}

async function hearOfDispute(ctx: Ctx, settings: StripeSettings, told: Stripe.Dispute): Promise<void> {
	const intentId = idOf(told.payment_intent);
	if (!intentId) return;
	const { metadata } = await retrieveIntent(settings, intentId);
	const id = paymentId.safeParse(metadata.paymentId);
	if (id.success) await noteDispute(ctx, id.data, await retrieveDispute(settings, told.id));
}

/**
 * A card that the client has left, unless it was heard of before, or the client has chosen something else since its page was
 * opened: messages come late and again.
 */
async function hearOfCard(ctx: Ctx, settings: StripeSettings, session: Stripe.Checkout.Session): Promise<void> {
	const client = clientId.safeParse(session.client_reference_id);
	if (!client.success || session.mode !== "setup") return;
	const card = await cardOfSetup(settings, session);
	if (!card) return;
	await withTransaction(ctx, async (tx) => {
		await lockChoice(tx, client.data);
		const [earlier] = await tx.db
			.select({ id: paymentMethods.id })
			.from(paymentMethods)
			.where(and(eq(paymentMethods.clientId, client.data), eq(paymentMethods.token, card.token)))
			.limit(1);
		const chosen = await findMethod(tx, client.data);
		if (earlier || (chosen && openedAt(tx, session) < chosen.chosenAt)) return;
		await putInForce(tx, client.data, { kind: "stripe-card", ...card });
	});
}

/** In business time, to the end of its second: Stripe counts whole seconds of the machine's time. */
function openedAt({ clock }: TxCtx, { created }: Stripe.Checkout.Session): Date {
	const ago = clock.systemNow().getTime() - (created + 1) * 1000;
	return after(clock.now(), -ago);
}
