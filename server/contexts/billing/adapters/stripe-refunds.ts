import Stripe from "stripe";
import type { Answer, CardService, DisputeNews, RefundRequest, Settlement } from "./card-service";
import { type StripeSettings, sdk } from "./stripe";

/** Gives back through Stripe what Stripe has charged. */
export function stripeRefunds(settings: StripeSettings): Pick<CardService, "refund" | "askRefund" | "askDispute"> {
	const stripe = sdk(settings);
	return {
		async refund(request) {
			const { refundId, charge } = request;
			const settlement = settled(request);
			try {
				const refund = await stripe.refunds.create(
					{ payment_intent: charge, amount: Number(settlement.minor), metadata: { refundId } },
					{ idempotencyKey: refundId },
				);
				return stripeRefundAnswer(refund, settlement);
			} catch (error) {
				return refusalOf(error, settlement);
			}
		},
		async askRefund(request) {
			const settlement = settled(request);
			if (request.reference) return stripeRefundAnswer(await stripe.refunds.retrieve(request.reference), settlement);
			for await (const refund of stripe.refunds.list({ payment_intent: request.charge, limit: 100 })) {
				if (refund.metadata?.refundId === request.refundId) return stripeRefundAnswer(refund, settlement);
			}
			return null;
		},
		async askDispute(id) {
			try {
				return disputeNews(await stripe.disputes.retrieve(id));
			} catch (error) {
				if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
				throw error;
			}
		},
	};
}

/** The refund as Stripe has it now: its messages may be old. */
export const retrieveRefund = (settings: StripeSettings, id: string): Promise<Stripe.Refund> =>
	sdk(settings).refunds.retrieve(id);

/** The dispute as Stripe has it now. */
export const retrieveDispute = async (settings: StripeSettings, id: string): Promise<DisputeNews> =>
	disputeNews(await sdk(settings).disputes.retrieve(id));

function disputeNews({ id, status, reason, amount, currency }: Stripe.Dispute): DisputeNews {
	const stated = { minor: BigInt(amount), currency };
	return { id, status, reason, stated, outcome: outcomeOf(status) };
}

/** A warning that was closed never became a dispute. */
function outcomeOf(status: Stripe.Dispute.Status): DisputeNews["outcome"] {
	if (status === "lost") return "lost";
	return status === "won" || status === "warning_closed" || status === "prevented" ? "won" : "open";
}

/** The payment intent by which a dispute's charge was made, with what we told of it. */
export const retrieveIntent = (settings: StripeSettings, id: string): Promise<Stripe.PaymentIntent> =>
	sdk(settings).paymentIntents.retrieve(id);

function settled({ settlement }: Pick<RefundRequest, "settlement">): Settlement {
	if (!settlement) throw new Error("this refund is none of Stripe's");
	return settlement;
}

/** What a refund says, compared with what was asked for. */
export function stripeRefundAnswer(refund: Stripe.Refund, settlement: Settlement): Answer {
	const minor = BigInt(refund.amount);
	const state = stateOf(refund.status);
	return {
		state,
		reference: refund.id,
		stated: { minor, currency: refund.currency },
		asAsked: refund.currency === settlement.currency && minor === settlement.minor,
		reason: state === "refused" ? (refund.failure_reason ?? refund.status) : null,
	};
}

function stateOf(status: string | null): Answer["state"] {
	if (status === "succeeded") return "succeeded";
	return status === "failed" || status === "canceled" ? "refused" : "pending";
}

/**
 * Only where the client's bank has taken the money back already is it refused for good. That Stripe has given back too much by
 * another way, or that our key is wrong, is for a manager to look at: it stays unknown.
 */
function refusalOf(error: unknown, settlement: Settlement): Answer {
	if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || error.code !== "charge_disputed") throw error;
	return {
		...{ state: "refused", reference: error.requestId ?? "none", asAsked: true, reason: error.code },
		stated: settlement,
	};
}
