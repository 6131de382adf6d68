import Stripe from "stripe";
import type { ClientId } from "@/server/kernel/ids";
import { type Money, timesRatio } from "@/server/kernel/money";
import { env } from "@/server/platform/env";
import type { Answer, CardService, ChargeRequest, Settlement } from "./card-service";

export type StripeSettings = {
	secretKey: string;
	webhookSecret: string;
	currency: string;
	/** What one cat-unit is worth, as a decimal number. */
	rate: string;
	apiUrl: string | undefined;
};

/** Null: this installation has no account there. */
export function stripeSettings(): StripeSettings | null {
	const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env();
	const { STRIPE_CURRENCY: currency, STRIPE_RATE: rate, STRIPE_API_URL: apiUrl } = env();
	return secretKey && webhookSecret && currency && rate ? { secretKey, webhookSecret, currency, rate, apiUrl } : null;
}

const PATIENCE_MS = 15_000;

/**
 * The SDK repeats nothing by itself but a request whose connection was cut at once, under the same key: what is not known is
 * asked about by whoever charged.
 */
export function sdk({ secretKey, apiUrl }: StripeSettings): Stripe {
	const address = apiUrl ? new URL(apiUrl) : null;
	return new Stripe(secretKey, {
		...{ maxNetworkRetries: 0, timeout: PATIENCE_MS, telemetry: false },
		...(address && {
			host: address.hostname,
			port: address.port || (address.protocol === "http:" ? 80 : 443),
			protocol: address.protocol === "http:" ? "http" : "https",
		}),
	});
}

const SIX_DECIMALS = 1_000_000n;

/** An amount of the books in hundredths of the settlement currency, rounded half-even, once. */
export function inSettlement(amount: Money, { rate }: Pick<StripeSettings, "rate">): bigint {
	const [whole = "0", decimals = ""] = rate.split(".");
	return timesRatio(amount, BigInt(whole + decimals.padEnd(6, "0")), SIX_DECIMALS);
}

/** Cards through Stripe: payment intents that are confirmed while the card's owner is away. */
export function stripeCharges(settings: StripeSettings): Pick<CardService, "charge" | "ask"> {
	const stripe = sdk(settings);
	const said = (intent: Stripe.PaymentIntent, request: ChargeRequest) => stripeAnswer(intent, settled(request));
	return {
		async charge(request) {
			const { paymentId, token, customer, invoiceNumber } = request;
			const { minor, currency } = settled(request);
			try {
				const intent = await stripe.paymentIntents.create(
					{
						...{ amount: Number(minor), currency },
						...(customer && { customer }),
						payment_method: token,
						automatic_payment_methods: { enabled: true, allow_redirects: "never" },
						...{ confirm: true, off_session: true },
						description: `Invoice ${invoiceNumber}`,
						metadata: { paymentId },
					},
					{ idempotencyKey: paymentId },
				);
				return said(intent, request);
			} catch (error) {
				return refusalOf(error, settled(request));
			}
		},
		async ask(request) {
			if (request.reference) return said(await stripe.paymentIntents.retrieve(request.reference), request);
			// Lists are consistent at once; searches by metadata are not.
			for await (const intent of stripe.paymentIntents.list({
				...(request.customer && { customer: request.customer }),
				limit: 100,
			})) {
				if (intent.metadata.paymentId === request.paymentId) return said(intent, request);
			}
			return null;
		},
	};
}

/** What the payment was worth when it began; today's rate is not asked again. */
function settled({ settlement }: Pick<ChargeRequest, "settlement">): Settlement {
	if (!settlement) throw new Error("this payment is none of Stripe's");
	return settlement;
}

/** What a payment intent says, compared with what was asked for. */
export function stripeAnswer(intent: Stripe.PaymentIntent, settlement: Settlement): Answer {
	const minor = BigInt(intent.status === "succeeded" ? intent.amount_received : intent.amount);
	const trouble = intent.last_payment_error;
	const state = stateOf(intent.status);
	return {
		state,
		reference: intent.id,
		stated: { minor, currency: intent.currency },
		asAsked: intent.currency === settlement.currency && minor === settlement.minor,
		reason: state === "refused" ? (trouble?.decline_code ?? trouble?.code ?? intent.status) : null,
	};
}

function stateOf(status: Stripe.PaymentIntent.Status): Answer["state"] {
	if (status === "succeeded") return "succeeded";
	return status === "requires_payment_method" || status === "canceled" ? "refused" : "pending";
}

const LIMITS = ["amount_too_small", "amount_too_large"];

/** What the client or the amount is to blame for. A request that is wrong because of us, such as our key or currency, is not. */
function isFinal(error: unknown): error is Stripe.errors.StripeError {
	if (error instanceof Stripe.errors.StripeCardError) return true;
	if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false;
	const isCardGone = error.code === "resource_missing" && error.param === "payment_method";
	return error.statusCode === 402 || isCardGone || LIMITS.includes(error.code ?? "");
}

/** A refusal for good is an answer. Anything else leaves the charge unknown: it is asked about, and sent again. */
function refusalOf(error: unknown, settlement: Settlement): Answer {
	if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) {
		return stripeAnswer(error.payment_intent, settlement);
	}
	if (!isFinal(error)) throw error;
	return {
		...{
			state: "refused",
			reference: error.requestId ?? "none",
			asAsked: true,
			reason: error.code ?? "invalid_request",
		},
		stated: settlement,
	};
}

/** Where a client gives Stripe the card to be charged later; Stripe's own page, so that no card number comes near us. */
export async function beginCardSetup(
	settings: StripeSettings,
	{ clientId, customer, idempotencyKey }: { clientId: ClientId; customer: string | null; idempotencyKey: string },
): Promise<{ url: string }> {
	const stripe = sdk(settings);
	const known = customer ?? (await customerOf(stripe, clientId));
	const back = `${env().APP_URL}/billing`;
	const session = await stripe.checkout.sessions.create(
		{
			...{ mode: "setup", customer: known, client_reference_id: clientId, payment_method_types: ["card"] },
			...{ currency: settings.currency, success_url: back, cancel_url: back },
		},
		{ idempotencyKey: `setup:${idempotencyKey}` },
	);
	if (!session.url) throw new Error("Stripe gave no page for the card");
	return { url: session.url };
}

/** A client is one customer there, however often a card was begun and not left. The key covers what a search finds late. */
async function customerOf(stripe: Stripe, clientId: ClientId): Promise<string> {
	const { data: found } = await stripe.customers.search({ query: `metadata['clientId']:'${clientId}'`, limit: 1 });
	if (found[0]) return found[0].id;
	return (await stripe.customers.create({ metadata: { clientId } }, { idempotencyKey: `customer:${clientId}` })).id;
}

/** The card that a finished setup has left with Stripe. */
export async function cardOfSetup(
	settings: StripeSettings,
	session: Stripe.Checkout.Session,
): Promise<{ token: string; customer: string; label: string } | null> {
	const [intentId, customer] = [idOf(session.setup_intent), idOf(session.customer)];
	if (!intentId || !customer) return null;
	const intent = await sdk(settings).setupIntents.retrieve(intentId, { expand: ["payment_method"] });
	const method = intent.payment_method;
	if (!method || typeof method === "string") return null;
	return {
		token: method.id,
		customer,
		label: method.card ? `${method.card.brand} •••• ${method.card.last4}` : method.type,
	};
}

/** The id of what Stripe names or tells in whole. */
export const idOf = (thing: string | { id: string } | null): string | null =>
	typeof thing === "string" ? thing : (thing?.id ?? null);

/** What Stripe sent, when it was Stripe who sent it, within five minutes; null otherwise. */
export function stripeEvent(settings: StripeSettings, body: string, signature: string | null): Stripe.Event | null {
	if (!signature) return null;
	try {
		return sdk(settings).webhooks.constructEvent(body, signature, settings.webhookSecret, TOLERANCE_S);
	} catch {
		return null;
	}
}

const TOLERANCE_S = 300;
