import { defineRefusals } from "@/server/kernel/errors";

/** Why billing says no. */
export const billingRefusals = defineRefusals("billing", {
	/** The ledger has another transaction under this key. */
	ledger_key_reused: "CONFLICT",
	already_reversed: "CONFLICT",
	/** A reversal stays; what it mended wrongly is posted anew. */
	reversal_is_final: "CONFLICT",
	/** Billing has heard another story about this very assignment or ending. */
	contradiction: "CONFLICT",
	/** Whoever asks for more than one may decide alone is not who approves it. */
	own_approval: "FORBIDDEN",
	already_decided: "CONFLICT",
	/** Nobody gives money to oneself. */
	own_bonus: "FORBIDDEN",
	/** Nobody says that one's own money has come. */
	own_invoice: "FORBIDDEN",
	already_paid: "CONFLICT",
	/** What comes of it is not known yet. */
	payment_under_way: "CONFLICT",
	/** It was refused, and then said to have succeeded: a manager has to look first. */
	payment_contradicted: "CONFLICT",
	/** Nobody knows whether the money is the company's: its service took back its word, or the client's bank demands it. */
	payment_in_doubt: "CONFLICT",
	/** The card service has not decided yet whose money it is. */
	dispute_open: "CONFLICT",
	/** Nobody says two things about it, or somebody has ruled on it already. */
	nothing_contradicted: "CONFLICT",
	/** A ruling on it waits for another manager. */
	ruling_waits: "CONFLICT",
	/** Its service has said something new since the ruling was asked for. */
	ruling_stale: "CONFLICT",
	/** Another payment has paid the invoice, or not so much is owed any more: what has come twice goes back at the service. */
	paid_otherwise: "CONFLICT",
	/** Another try to transfer the payout is under way. */
	transfer_under_way: "CONFLICT",
	/** What was paid by card goes back to the card by itself. */
	refund_by_card: "CONFLICT",
	/** What came by the bank is transferred back, and taken down with the bank's reference. */
	refund_by_transfer: "CONFLICT",
	/** A transfer pays one invoice. */
	reference_used: "CONFLICT",
	/** Not what was shown to whoever pays. */
	amount_changed: "CONFLICT",
	/** The client has chosen none. */
	no_card: "PRECONDITION_FAILED",
	/** The order's charge is zero or was taken back. */
	nothing_to_waive: "CONFLICT",
	already_waived: "CONFLICT",
	waives_too_much: "BAD_REQUEST",
	/** This installation can't charge cards. */
	no_card_service: "PRECONDITION_FAILED",
	/** It can't be reached at the moment. */
	card_service_away: "SERVICE_UNAVAILABLE",
	/** No Gold Hat account looks so. */
	not_an_account: "BAD_REQUEST",
	/** The payout is paid, under way, or comes to nothing. */
	nothing_to_send: "CONFLICT",
	/** No transfer of this payout waits for an answer. */
	nothing_under_way: "CONFLICT",
	/** The worker has not said where to be paid. */
	no_account: "PRECONDITION_FAILED",
	/** This installation has no Gold Hat. */
	no_service: "PRECONDITION_FAILED",
	/** Gold Hat has said two things about an earlier try: the money may have gone. */
	gold_hat_contradicts: "CONFLICT",
});
