import type { PaymentId, RefundId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { DisputeOutcome } from "../domain/dispute";

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

/** All that a service learns of a refund: a payment, or a part of it, goes back to its card. */
export type RefundRequest = {
	/** The idempotency key: asking again under it gives nothing back anew. */
	refundId: RefundId;
	amount: Money;
	/** Its share of what the payment was in the service's own currency; null for a service that knows ours. */
	settlement: Settlement | null;
	paymentId: PaymentId;
	/** What the service calls the payment. */
	charge: string;
	/** What the service calls the refund, where that is known already. */
	reference: string | null;
};

/** What a service says about a payment or a refund. */
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

/** What a service says about a client's bank that demands a payment back. */
export type DisputeNews = {
	/** The service's own. */
	id: string;
	outcome: DisputeOutcome;
	/** The service's own words. */
	status: string;
	reason: string;
	/** What is demanded, in the smallest unit of the service's own currency. */
	stated: Settlement;
};

/**
 * A service that charges cards while their owners are away, and gives back what it charged. Whatever a method throws means that
 * nothing is known: it may have been done or not.
 */
export type CardService = {
	/** Charges a card, at most once under the payment's id. */
	charge(request: ChargeRequest): Promise<Answer>;
	/** Asks what became of a charge. Null: the service has never heard of it. */
	ask(request: ChargeRequest): Promise<Answer | null>;
	/** Gives back a payment or a part of it, at most once under the refund's id. */
	refund(request: RefundRequest): Promise<Answer>;
	/** Asks what became of a refund. Null: the service has never heard of it. */
	askRefund(request: RefundRequest): Promise<Answer | null>;
	/** Asks how a dispute stands. Null: the service has never heard of it. */
	askDispute(id: string): Promise<DisputeNews | null>;
};
