import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgSchema,
	primaryKey,
	smallint,
	text,
	unique,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ClientId, OrderId, WorkerId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";

export const billing = pgSchema("billing");

/** Accounts that belong to somebody; of all other kinds the company has one. */
const OWNED = sql.raw("'client', 'worker'");
const outcome = (name: string) => text(name, { enum: ["completed", "failed", "cancelled"] });

/** Append-only. */
export const ledgerAccounts = billing.table(
	"ledger_accounts",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		kind: text("kind", {
			enum: [
				"client",
				"worker",
				"order-revenue",
				"worker-cost",
				"penalty-income",
				"opening-balance",
				"gold-hat",
				"sandbox-card",
				"stripe",
				"bank",
				"waived",
			],
		}).notNull(),
		ownerId: uuid("owner_id").$type<ClientId | WorkerId>(),
	},
	(table) => [
		unique("ledger_accounts_kind_owner").on(table.kind, table.ownerId).nullsNotDistinct(),
		check("ledger_accounts_owner", sql`(${table.kind} in (${OWNED})) = (${table.ownerId} is not null)`),
	],
);

/** Append-only: a mistake is mended by a transaction that reverses another. */
export const ledgerTransactions = billing.table(
	"ledger_transactions",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		idempotencyKey: text("idempotency_key").notNull().unique("ledger_transactions_idempotency_key"),
		/** A digest of what was asked for under the key. */
		fingerprint: text("fingerprint").notNull(),
		/** A reversal is of the kind of what it reverses, so that sums over a kind are net. */
		kind: text("kind", {
			enum: [
				"charge",
				"earning",
				"penalty",
				"opening-charge",
				"opening-payment",
				"bonus",
				"payout",
				"payment",
				"waiver",
				"refund",
				"charge-back",
				"overpayment",
			],
		}).notNull(),
		/** The day in the business time zone. */
		businessDate: date("business_date", { mode: "string" }).notNull(),
		/** Business time. */
		at: instant("at").notNull(),
		/** System time. */
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		reason: text("reason").notNull(),
		/** The event or request that caused it. */
		cause: text("cause").notNull(),
		actor: jsonb("actor").$type<ActorRef>().notNull(),
		orderId: uuid("order_id").$type<OrderId>(),
		/** How many postings it has; the database refuses more, fewer, and any that do not sum to zero. */
		postingCount: smallint("posting_count").notNull(),
		reverses: bigint("reverses", { mode: "bigint" }).unique("ledger_transactions_reverses"),
	},
	(table) => [
		foreignKey({ columns: [table.reverses], foreignColumns: [table.id], name: "ledger_transactions_reverses_fk" }),
		check("ledger_transactions_postings", sql`${table.postingCount} >= 2`),
		index("ledger_transactions_business_date").on(table.businessDate, table.id),
		index("ledger_transactions_kind").on(table.kind, table.businessDate, table.id),
		index("ledger_transactions_words").using("gin", sql`to_tsvector('simple', ${table.reason})`),
		index("ledger_transactions_order").on(table.orderId).where(sql`${table.orderId} is not null`),
	],
);

/** Append-only. What a positive amount means is said in server/contexts/billing/ledger/accounts.ts. */
export const ledgerPostings = billing.table(
	"ledger_postings",
	{
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.notNull()
			.references(() => ledgerTransactions.id),
		line: smallint("line").notNull(),
		accountId: bigint("account_id", { mode: "bigint" })
			.notNull()
			.references(() => ledgerAccounts.id),
		amount: amount("amount").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.transactionId, table.line] }),
		check("ledger_postings_amount", sql`${table.amount} <> 0`),
		// With the amount, so that sums over an account need not look at the postings.
		index("ledger_postings_account").on(table.accountId, table.transactionId, table.amount),
	],
);

/** What was agreed when an order got its worker. Append-only. */
export const terms = billing.table(
	"terms",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		assignment: integer("assignment").notNull(),
		orderNumber: integer("order_number").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		serviceName: jsonb("service_name").$type<{ en: string; ru: string }>().notNull(),
		startsAt: instant("starts_at").notNull(),
		listPrice: amount("list_price").notNull(),
		discountPercent: integer("discount_percent").notNull(),
		price: amount("price").notNull(),
		workerShare: amount("worker_share").notNull(),
		workerPenalty: amount("worker_penalty").notNull(),
		clientPaysCompleted: amount("client_pays_completed").notNull(),
		clientPaysCancelled: amount("client_pays_cancelled").notNull(),
		clientPaysFailed: amount("client_pays_failed").notNull(),
		moneyPolicyVersion: integer("money_policy_version").notNull(),
		notedAt: instant("noted_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.orderId, table.assignment] })],
);

/** Every ending billing has heard of; of an order the one with the highest number is in force. Append-only. */
export const endings = billing.table(
	"endings",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		orderNumber: integer("order_number").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		/** Null with the assignment: nobody was assigned, so nothing is payable. */
		workerId: uuid("worker_id").$type<WorkerId>(),
		assignment: integer("assignment"),
		outcome: outcome("outcome").notNull(),
		reason: text("reason", {
			enum: [
				"done",
				"never-staffed",
				"no-show",
				"gave-up",
				"decided-by-manager",
				"cancelled-by-client",
				"cancelled-by-manager",
				"corrected",
			],
		}).notNull(),
		/** What whoever decided said about it, if anything. */
		words: text("words").notNull(),
		endedAt: instant("ended_at").notNull(),
		postedAt: instant("posted_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.ending] }),
		check("endings_payable", sql`(${table.workerId} is null) = (${table.assignment} is null)`),
	],
);

/** What a client owes for an ending of an order; in force unless its transaction is reversed. Append-only. */
export const charges = billing.table(
	"charges",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		assignment: integer("assignment").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		outcome: outcome("outcome").notNull(),
		amount: amount("amount").notNull(),
		/** Null when the amount is zero. */
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.unique("charges_transaction")
			.references(() => ledgerTransactions.id),
		postedAt: instant("posted_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.ending] }),
		foreignKey({ columns: [table.orderId, table.ending], foreignColumns: [endings.orderId, endings.ending] }),
		foreignKey({ columns: [table.orderId, table.assignment], foreignColumns: [terms.orderId, terms.assignment] }),
		check("charges_amount", sql`${table.amount} >= 0 and (${table.amount} = 0) = (${table.transactionId} is null)`),
		index("charges_order_assignment").on(table.orderId, table.assignment),
		index("charges_client_posted").on(table.clientId, table.postedAt),
	],
);

/** What a worker earns (above zero) or loses (below) by an ending of an order. Append-only. */
export const workerEntries = billing.table(
	"worker_entries",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		assignment: integer("assignment").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		kind: text("kind", { enum: ["earning", "penalty"] }).notNull(),
		amount: amount("amount").notNull(),
		/** Null when the amount is zero. */
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.unique("worker_entries_transaction")
			.references(() => ledgerTransactions.id),
		postedAt: instant("posted_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.ending] }),
		foreignKey({ columns: [table.orderId, table.ending], foreignColumns: [endings.orderId, endings.ending] }),
		foreignKey({ columns: [table.orderId, table.assignment], foreignColumns: [terms.orderId, terms.assignment] }),
		check(
			"worker_entries_amount",
			sql`case ${table.kind} when 'earning' then ${table.amount} >= 0 else ${table.amount} <= 0 end
				and (${table.amount} = 0) = (${table.transactionId} is null)`,
		),
		index("worker_entries_order_assignment").on(table.orderId, table.assignment),
		index("worker_entries_worker_posted").on(table.workerId, table.postedAt),
	],
);

/** A replica of identity's accounts: those who pay. */
export const payers = billing.table(
	"payers",
	{
		clientId: uuid("client_id").$type<ClientId>().primaryKey(),
		version: integer("version").notNull(),
		name: text("name").notNull(),
		active: boolean("active").notNull(),
	},
	(table) => [index("payers_name").using("gin", sql`${table.name} gin_trgm_ops`)],
);

/** A replica of identity's accounts: those who are paid. */
export const payees = billing.table(
	"payees",
	{
		workerId: uuid("worker_id").$type<WorkerId>().primaryKey(),
		version: integer("version").notNull(),
		name: text("name").notNull(),
		active: boolean("active").notNull(),
	},
	(table) => [index("payees_name").using("gin", sql`${table.name} gin_trgm_ops`)],
);
