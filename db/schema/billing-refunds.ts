import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ClientId, CreditNoteId, InvoiceId, PaymentId, RefundId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, ledgerTransactions } from "./billing";
import { payments } from "./billing-collections";
import { creditNotes } from "./billing-credits";
import { invoices } from "./billing-invoices";

/** What was waived of an invoice that is paid goes back the way it came: one refund a credit note. Its id is the card service's key. */
export const refunds = billing.table(
	"refunds",
	{
		id: uuid("id").$type<RefundId>().primaryKey(),
		creditNoteId: uuid("credit_note_id")
			.$type<CreditNoteId>()
			.notNull()
			.unique("refunds_credit_note")
			.references(() => creditNotes.id),
		paymentId: uuid("payment_id")
			.$type<PaymentId>()
			.notNull()
			.references(() => payments.id),
		invoiceId: uuid("invoice_id")
			.$type<InvoiceId>()
			.notNull()
			.references(() => invoices.id),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		kind: text("kind", { enum: ["sandbox-card", "stripe-card", "bank-transfer"] }).notNull(),
		amount: amount("amount").notNull(),
		/** Its share of what Stripe was asked for, in the smallest unit of Stripe's currency. */
		settlementMinor: bigint("settlement_minor", { mode: "bigint" }),
		settlementCurrency: text("settlement_currency"),
		/**
		 * `intent`: to be sent, or to be transferred by a manager. `unknown`: sent, and nothing that can be believed came back yet.
		 * `pending`: the service will say. `returned`: it had succeeded, and the money came back to the company.
		 */
		state: text("state", { enum: ["intent", "unknown", "pending", "succeeded", "refused", "returned"] }).notNull(),
		/** What the service, or the bank, calls it. */
		reference: text("reference"),
		/** Why it was refused or came back, in the service's own code. */
		reason: text("reason"),
		/** What went wrong at the last try to learn the state. */
		trouble: text("trouble"),
		/** Since when its service has contradicted itself; null again when that is ruled on. */
		contradictedAt: instant("contradicted_at"),
		begunAt: instant("begun_at").notNull(),
		settledAt: instant("settled_at"),
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.unique("refunds_transaction")
			.references(() => ledgerTransactions.id),
	},
	(table) => [
		uniqueIndex("refunds_bank_reference")
			.on(sql`lower(${table.reference})`)
			.where(sql`${table.kind} = 'bank-transfer'`),
		index("refunds_payment").on(table.paymentId),
		index("refunds_invoice").on(table.invoiceId),
		index("refunds_client").on(table.clientId, table.begunAt),
		index("refunds_contradicted").on(table.contradictedAt).where(sql`${table.contradictedAt} is not null`),
		index("refunds_under_way").on(table.begunAt).where(sql`${table.state} in ('intent', 'unknown', 'pending')`),
		check("refunds_amount", sql`${table.amount} > 0`),
		check("refunds_settlement", sql`(${table.kind} = 'stripe-card') = (${table.settlementMinor} is not null)`),
		check(
			"refunds_settlement_currency",
			sql`(${table.settlementMinor} is null) = (${table.settlementCurrency} is null)`,
		),
		check("refunds_posted", sql`(${table.state} in ('succeeded', 'returned')) = (${table.transactionId} is not null)`),
		check(
			"refunds_settled",
			sql`(${table.state} in ('succeeded', 'refused', 'returned')) = (${table.settledAt} is not null)`,
		),
	],
);

/** Everything that a service, or a manager before a bank's statement, ever said about a refund. Append-only. */
export const refundStatements = billing.table(
	"refund_statements",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		refundId: uuid("refund_id")
			.$type<RefundId>()
			.notNull()
			.references(() => refunds.id),
		state: text("state", { enum: ["pending", "succeeded", "refused"] }).notNull(),
		reference: text("reference").notNull(),
		/** In the smallest unit of the service's own currency. */
		statedMinor: bigint("stated_minor", { mode: "bigint" }).notNull(),
		statedCurrency: text("stated_currency").notNull(),
		/** Whether it is the amount that was asked for. */
		asAsked: boolean("as_asked").notNull(),
		reason: text("reason"),
		heardBy: text("heard_by", { enum: ["answer", "question", "webhook", "manager"] }).notNull(),
		heardAt: instant("heard_at").notNull(),
		recordedAt: instant("recorded_at").notNull().defaultNow(),
	},
	({ refundId, state, reference, statedMinor, statedCurrency, asAsked }) => [
		unique("refund_statements_said").on(refundId, state, reference, statedMinor, statedCurrency, asAsked),
	],
);

/** A client's bank demands a card payment back through the card service. Once it is lost, it stands in the books. */
export const disputes = billing.table(
	"disputes",
	{
		/** The card service's own. */
		id: text("id").primaryKey(),
		paymentId: uuid("payment_id")
			.$type<PaymentId>()
			.notNull()
			.references(() => payments.id),
		/** In the smallest unit of the service's own currency. */
		statedMinor: bigint("stated_minor", { mode: "bigint" }).notNull(),
		statedCurrency: text("stated_currency").notNull(),
		/** The service's own words. */
		reason: text("reason").notNull(),
		status: text("status").notNull(),
		/** `open`: not decided. `won`: the money stays with the company. `lost`: it is gone. */
		outcome: text("outcome", { enum: ["open", "won", "lost"] }).notNull(),
		/** What the bank has taken back, where the dispute is lost. */
		amount: amount("amount"),
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.unique("disputes_transaction")
			.references(() => ledgerTransactions.id),
		heardAt: instant("heard_at").notNull(),
		changedAt: instant("changed_at").notNull(),
		/** Who has dealt with one that was lost, when, and how. */
		closedBy: jsonb("closed_by").$type<ActorRef>(),
		closedAt: instant("closed_at"),
		closingWords: text("closing_words"),
	},
	(table) => [
		index("disputes_payment").on(table.paymentId),
		index("disputes_open").on(table.heardAt).where(sql`${table.closedAt} is null and ${table.outcome} <> 'won'`),
		check("disputes_posted", sql`(${table.amount} is null) = (${table.transactionId} is null) and ${table.amount} > 0`),
		check(
			"disputes_closed",
			sql`(${table.closedAt} is null) = (${table.closedBy} is null) and (${table.closedAt} is null) = (${table.closingWords} is null)`,
		),
	],
);

/** The sandbox's card service's own books of what it gave back, which nobody but the sandbox reads. */
export const sandboxRefunds = billing.table("sandbox_refunds", {
	id: uuid("id").$type<RefundId>().primaryKey(),
	charge: uuid("charge").$type<PaymentId>().notNull(),
	card: text("card").notNull(),
	amount: amount("amount").notNull(),
	/** `dropped`: it never got as far as the service's books. */
	state: text("state", { enum: ["dropped", "pending", "succeeded", "refused"] }).notNull(),
	reason: text("reason"),
});

/** What the banks of sandbox cards demand back, in the sandbox's own books. */
export const sandboxDisputes = billing.table("sandbox_disputes", {
	id: text("id").primaryKey(),
	charge: uuid("charge").$type<PaymentId>().notNull().unique("sandbox_disputes_charge"),
	amount: amount("amount").notNull(),
	outcome: text("outcome", { enum: ["open", "won", "lost"] }).notNull(),
});
