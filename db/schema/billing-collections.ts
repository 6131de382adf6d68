import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ClientId, InvoiceId, PaymentId, PaymentMethodId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, ledgerTransactions } from "./billing";
import { invoices } from "./billing-invoices";

/** How a client pays. One is in force at a time: the one that nothing has replaced. */
export const paymentMethods = billing.table(
	"payment_methods",
	{
		id: uuid("id").$type<PaymentMethodId>().primaryKey(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		kind: text("kind", { enum: ["sandbox-card", "stripe-card", "bank-transfer"] }).notNull(),
		/** What the card service knows the card by. */
		token: text("token"),
		/** What the card service knows the client by, where it wants to. */
		customer: text("customer"),
		/** What the client knows it by, such as the last digits. */
		label: text("label").notNull(),
		chosenAt: instant("chosen_at").notNull(),
		replacedAt: instant("replaced_at"),
	},
	(table) => [
		uniqueIndex("payment_methods_in_force").on(table.clientId).where(sql`${table.replacedAt} is null`),
		check("payment_methods_token", sql`(${table.kind} = 'bank-transfer') = (${table.token} is null)`),
	],
);

/** An attempt to collect an invoice. What it came to is for ever, and its id is the card service's idempotency key. */
export const payments = billing.table(
	"payments",
	{
		id: uuid("id").$type<PaymentId>().primaryKey(),
		invoiceId: uuid("invoice_id")
			.$type<InvoiceId>()
			.notNull()
			.references(() => invoices.id),
		/** From one up within the invoice. */
		attempt: integer("attempt").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		kind: text("kind", { enum: ["sandbox-card", "stripe-card", "bank-transfer"] }).notNull(),
		/** Null for a transfer, which comes by itself. */
		methodId: uuid("method_id")
			.$type<PaymentMethodId>()
			.references(() => paymentMethods.id),
		amount: amount("amount").notNull(),
		/** What Stripe is asked for, by the rate of the moment when it began, in the smallest unit of its currency. */
		settlementMinor: bigint("settlement_minor", { mode: "bigint" }),
		settlementCurrency: text("settlement_currency"),
		/** Who wanted it: the weekly collection, its repetition, the client, or a manager who has seen the money. */
		asked: text("asked", { enum: ["collection", "retry", "client", "manager"] }).notNull(),
		/**
		 * `unknown`: it was sent, and nothing that can be believed came back yet. `pending`: the service will say. `returned`: it was
		 * taken to have succeeded, and the ruling is that it has not.
		 */
		state: text("state", { enum: ["intent", "unknown", "pending", "succeeded", "refused", "returned"] }).notNull(),
		/** What the service calls it. */
		reference: text("reference"),
		/** Why the service refused, in its own code. */
		reason: text("reason"),
		/** What went wrong at the last try to learn the state. */
		trouble: text("trouble"),
		/** Since when its service has contradicted itself; null again when that is ruled on. */
		contradictedAt: instant("contradicted_at"),
		/** What the client's bank took back of it. */
		chargedBack: amount("charged_back").notNull().default(sql`0`),
		begunAt: instant("begun_at").notNull(),
		settledAt: instant("settled_at"),
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.unique("payments_transaction")
			.references(() => ledgerTransactions.id),
	},
	(table) => [
		unique("payments_attempt").on(table.invoiceId, table.attempt),
		uniqueIndex("payments_one_under_way")
			.on(table.invoiceId)
			.where(sql`${table.state} in ('intent', 'unknown', 'pending')`),
		uniqueIndex("payments_one_kept")
			.on(table.invoiceId)
			.where(sql`${table.state} = 'succeeded' and ${table.chargedBack} = 0`),
		index("payments_contradicted").on(table.contradictedAt).where(sql`${table.contradictedAt} is not null`),
		uniqueIndex("payments_bank_reference")
			.on(sql`lower(${table.reference})`)
			.where(sql`${table.kind} = 'bank-transfer'`),
		index("payments_method").on(table.methodId),
		index("payments_client").on(table.clientId, table.begunAt),
		check("payments_settlement", sql`(${table.kind} = 'stripe-card') = (${table.settlementMinor} is not null)`),
		check(
			"payments_settlement_currency",
			sql`(${table.settlementMinor} is null) = (${table.settlementCurrency} is null)`,
		),
		check("payments_amount", sql`${table.amount} > 0`),
		check("payments_charged_back", sql`${table.chargedBack} between 0 and ${table.amount}`),
		check("payments_posted", sql`(${table.state} in ('succeeded', 'returned')) = (${table.transactionId} is not null)`),
		check(
			"payments_settled",
			sql`(${table.state} in ('succeeded', 'refused', 'returned')) = (${table.settledAt} is not null)`,
		),
	],
);

/** Everything that a service, or a manager before a bank's statement, ever said about a payment. Append-only. */
export const providerStatements = billing.table(
	"provider_statements",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		paymentId: uuid("payment_id")
			.$type<PaymentId>()
			.notNull()
			.references(() => payments.id),
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
	({ paymentId, state, reference, statedMinor, statedCurrency, asAsked }) => [
		unique("provider_statements_said").on(paymentId, state, reference, statedMinor, statedCurrency, asAsked),
	],
);

/** The books of the sandbox's card service, which nobody but the sandbox reads. */
export const sandboxCharges = billing.table("sandbox_charges", {
	id: uuid("id").$type<PaymentId>().primaryKey(),
	card: text("card").notNull(),
	amount: amount("amount").notNull(),
	/** `dropped`: it never got as far as the service's books. */
	state: text("state", { enum: ["dropped", "pending", "succeeded", "refused"] }).notNull(),
	reason: text("reason"),
});
