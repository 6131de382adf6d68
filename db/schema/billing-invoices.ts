import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ClientId, InvoiceId, OrderId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, charges } from "./billing";

/**
 * `charge`: an order's ending is charged. `reversal`: a charge that an earlier invoice held was taken back. `credit`: a charge, or
 * a part of it, was waived. `credit-reversal`: the charge was taken back, and with it the waiver. `credit-withdrawn`: what was
 * waived had gone back already.
 */
const kind = (name: string) =>
	text(name, { enum: ["charge", "reversal", "credit", "credit-reversal", "credit-withdrawn"] });

const signed = (name: string, table: { kind: unknown; amount: unknown }) =>
	check(
		name,
		sql`(${table.kind} in ('charge', 'credit-reversal', 'credit-withdrawn')) = (${table.amount} > 0) and ${table.amount} <> 0`,
	);

/** What a client owes, or gets back, that is on no invoice yet. A row moves from here onto an invoice, or goes with its charge. */
export const unbilledItems = billing.table(
	"unbilled_items",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		kind: kind("kind").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		amount: amount("amount").notNull(),
		/** Business time; the weekly cut-off parts by it. */
		postedAt: instant("posted_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.ending, table.kind] }),
		foreignKey({ columns: [table.orderId, table.ending], foreignColumns: [charges.orderId, charges.ending] }),
		signed("unbilled_items_amount", table),
		index("unbilled_items_client").on(table.clientId, table.postedAt),
	],
);

/** The weeks that were closed, and the one that is being closed. */
export const weeks = billing.table("weeks", {
	/** The day of the cut-off in the business time zone. */
	day: date("day", { mode: "string" }).primaryKey(),
	cutoffAt: instant("cutoff_at").notNull(),
	moneyPolicyVersion: integer("money_policy_version").notNull(),
	/** Clients are gone through by id: all up to this one are done. */
	reached: uuid("reached").$type<ClientId>(),
	openedAt: instant("opened_at").notNull(),
	closedAt: instant("closed_at"),
});

/** The last number given in a year. Its row is locked by whoever gives the next, so no number is left out. */
export const invoiceNumbers = billing.table("invoice_numbers", {
	year: smallint("year").primaryKey(),
	last: integer("last").notNull(),
});

/** What a client is asked to pay for a week. All but how its collection stands is for ever. */
export const invoices = billing.table(
	"invoices",
	{
		id: uuid("id").$type<InvoiceId>().primaryKey(),
		year: smallint("year").notNull(),
		sequence: integer("sequence").notNull(),
		week: date("week", { mode: "string" })
			.notNull()
			.references(() => weeks.day),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		total: amount("total").notNull(),
		lineCount: integer("line_count").notNull(),
		/** Where the client stood on the discount ladder. */
		paidTotal: amount("paid_total").notNull(),
		discountPercent: smallint("discount_percent").notNull(),
		moneyPolicyVersion: integer("money_policy_version").notNull(),
		issuedAt: instant("issued_at").notNull(),
		status: text("status", { enum: ["issued", "collecting", "failed", "overdue", "paid"] }).notNull(),
		/** What was waived of it since. */
		credited: amount("credited").notNull().default(sql`0`),
		/** What is left of earlier payments while it is owed again. */
		kept: amount("kept").notNull().default(sql`0`),
		/** How it is collected. Null until that is decided. */
		collectedBy: text("collected_by", { enum: ["card", "transfer"] }),
		firstRefusedAt: instant("first_refused_at"),
		/** How often the card is still tried after the first refusal. */
		retriesLeft: integer("retries_left"),
		overdueAt: instant("overdue_at"),
		paidAt: instant("paid_at"),
	},
	(table) => [
		unique("invoices_number").on(table.year, table.sequence),
		unique("invoices_client_week").on(table.clientId, table.week),
		index("invoices_week").on(table.week, table.year, table.sequence),
		index("invoices_status").on(table.status, table.year, table.sequence),
		index("invoices_status_total").on(table.status, table.total, table.id),
		index("invoices_client").on(table.clientId, table.year, table.sequence),
		index("invoices_total").on(table.total, table.id),
		index("invoices_overdue")
			.on(table.clientId)
			.where(sql`${table.overdueAt} is not null and ${table.status} <> 'paid'`),
		check("invoices_credited", sql`${table.credited} between 0 and ${table.total}`),
		check("invoices_kept", sql`${table.kept} >= 0 and ${table.credited} + ${table.kept} <= ${table.total}`),
		check("invoices_total", sql`${table.total} >= 0`),
		check("invoices_nothing_to_pay", sql`${table.total} > 0 or ${table.status} = 'paid'`),
	],
);

/** Append-only. A charge is on one invoice, and is taken back on one. */
export const invoiceLines = billing.table(
	"invoice_lines",
	{
		invoiceId: uuid("invoice_id")
			.$type<InvoiceId>()
			.notNull()
			.references(() => invoices.id),
		position: integer("position").notNull(),
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		kind: kind("kind").notNull(),
		amount: amount("amount").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.invoiceId, table.position] }),
		unique("invoice_lines_item").on(table.orderId, table.ending, table.kind),
		foreignKey({ columns: [table.orderId, table.ending], foreignColumns: [charges.orderId, charges.ending] }),
		signed("invoice_lines_amount", table),
	],
);
