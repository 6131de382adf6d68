import type { PaymentId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";

export type CardKind = "sandbox-card" | "stripe-card";

/** In the smallest unit of the currency. */
export type Settlement = { minor: bigint; currency: string };

/** All that a service learns of a payment. */
export type ChargeRequest = {
	/** The idempotency key: asking again under it charges nothing anew. */
	paymentId: PaymentId;
	amount: Money;
	/** What that was in the service's own currency when the payment began; null for a service that knows ours. */
	settlement: Settlement | null;
	invoiceNumber: string;
	/** The card and the client as the service knows them. */
	token: string;
	customer: string | null;
	/** What the service calls the payment, where that is known already. */
	reference: string | null;
};

/** What a service says about a payment. */
export type Answer = {
	state: "pending" | "succeeded" | "refused";
	reference: string;
	/** As the service has it, in the smallest unit of its own currency. */
	stated: Settlement;
	/** Whether that is the amount that was asked for. */
	asAsked: boolean;
	/** Why it is refused, in the service's own code. */
	reason: string | null;
};

/**
 * A service that charges cards while their owners are away. Whatever either method throws means that nothing is known: the
 * charge may have been made or not.
 */
export type CardService = {
	/** Charges a card, at most once under the payment's id. */
	charge(request: ChargeRequest): Promise<Answer>;
	/** Asks what became of a charge. Null: the service has never heard of it. */
	ask(request: ChargeRequest): Promise<Answer | null>;
};
