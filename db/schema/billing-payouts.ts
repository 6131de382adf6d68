import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import type { PayoutId, WorkerId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, ledgerTransactions } from "./billing";

/** Of what is taken back, the kind is that of what takes it back. */
const kind = (name: string) => text(name, { enum: ["earning", "penalty", "bonus", "overpayment"] });

const transaction = (name: string) =>
	bigint(name, { mode: "bigint" })
		.notNull()
		.references(() => ledgerTransactions.id);

/** What stands on a worker's account and is on no payout yet: one row a transaction of the books, which moves onto a payout. */
export const unsettledItems = billing.table(
	"unsettled_items",
	{
		transactionId: transaction("transaction_id").primaryKey(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		kind: kind("kind").notNull(),
		amount: amount("amount").notNull(),
		/** Business time; the monthly cut-off parts by it. */
		postedAt: instant("posted_at").notNull(),
	},
	(table) => [
		check("unsettled_items_amount", sql`${table.amount} <> 0`),
		index("unsettled_items_worker").on(table.workerId, table.postedAt),
	],
);

/** The months that were closed, and the one that is being closed. */
export const months = billing.table("months", {
	/** The day of the cut-off in the business time zone: the last of the month. */
	day: date("day", { mode: "string" }).primaryKey(),
	cutoffAt: instant("cutoff_at").notNull(),
	moneyPolicyVersion: integer("money_policy_version").notNull(),
	/** Workers are gone through by id: all up to this one are done. */
	reached: uuid("reached").$type<WorkerId>(),
	openedAt: instant("opened_at").notNull(),
	closedAt: instant("closed_at"),
});

/** The last number given in a year. Its row is locked by whoever gives the next, so no number is left out. */
export const payoutNumbers = billing.table("payout_numbers", {
	year: smallint("year").primaryKey(),
	last: integer("last").notNull(),
});

/**
 * What a worker gets for a month. All but the status is for ever. `issued`: to be paid. `sending`: Gold Hat has been asked.
 * `closed`: there was nothing to pay.
 */
export const payouts = billing.table(
	"payouts",
	{
		id: uuid("id").$type<PayoutId>().primaryKey(),
		year: smallint("year").notNull(),
		sequence: integer("sequence").notNull(),
		month: date("month", { mode: "string" })
			.notNull()
			.references(() => months.day),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		/** A debt of the months before: its first line, zero or less. */
		carriedIn: amount("carried_in").notNull(),
		/** What its lines come to. */
		total: amount("total").notNull(),
		lineCount: integer("line_count").notNull(),
		/** What is paid. */
		amount: amount("amount").notNull(),
		/** What is left as a debt for the next, zero or less. */
		carriedOut: amount("carried_out").notNull(),
		moneyPolicyVersion: integer("money_policy_version").notNull(),
		issuedAt: instant("issued_at").notNull(),
		status: text("status", { enum: ["issued", "sending", "paid", "rejected", "closed"] }).notNull(),
	},
	(table) => [
		unique("payouts_number").on(table.year, table.sequence),
		unique("payouts_worker_month").on(table.workerId, table.month),
		index("payouts_month").on(table.month),
		index("payouts_status").on(table.status, table.year, table.sequence),
		index("payouts_by_amount").on(table.amount, table.id),
		check("payouts_carried_in", sql`${table.carriedIn} <= 0`),
		check("payouts_amount", sql`${table.amount} = greatest(${table.carriedIn} + ${table.total}, 0)`),
		check("payouts_carried_out", sql`${table.carriedOut} = least(${table.carriedIn} + ${table.total}, 0)`),
		check("payouts_nothing_to_pay", sql`(${table.amount} = 0) = (${table.status} = 'closed')`),
	],
);

/** Append-only. A transaction is on one payout. */
export const payoutLines = billing.table(
	"payout_lines",
	{
		payoutId: uuid("payout_id")
			.$type<PayoutId>()
			.notNull()
			.references(() => payouts.id),
		position: integer("position").notNull(),
		transactionId: transaction("transaction_id").unique("payout_lines_transaction"),
		kind: kind("kind").notNull(),
		amount: amount("amount").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.payoutId, table.position] }),
		check("payout_lines_amount", sql`${table.amount} <> 0`),
	],
);
