import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, smallint, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { PayoutId, TransferId, WorkerId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing } from "./billing";
import { payouts } from "./billing-payouts";

/** Where a worker is paid. */
export const payoutAccounts = billing.table("payout_accounts", {
	workerId: uuid("worker_id").$type<WorkerId>().primaryKey(),
	account: text("account").notNull(),
	changedAt: instant("changed_at").notNull(),
});

/**
 * A try to transfer a payout. `requested`: to be sent. `sending`: sent, and nothing is known yet. `accepted`: Gold Hat is at
 * it. Of a payout there is one at most that was not rejected, so it can't be paid twice.
 */
export const transfers = billing.table(
	"transfers",
	{
		/** Also the key under which Gold Hat does it once. */
		id: uuid("id").$type<TransferId>().primaryKey(),
		payoutId: uuid("payout_id")
			.$type<PayoutId>()
			.notNull()
			.references(() => payouts.id),
		attempt: smallint("attempt").notNull(),
		account: text("account").notNull(),
		amount: amount("amount").notNull(),
		currency: text("currency").notNull(),
		requestedBy: jsonb("requested_by").$type<ActorRef>().notNull(),
		requestedAt: instant("requested_at").notNull(),
		status: text("status", { enum: ["requested", "sending", "accepted", "completed", "rejected"] }).notNull(),
		/** Why it was rejected. */
		reason: text("reason"),
		decidedAt: instant("decided_at"),
		/** Since when Gold Hat has contradicted itself about it; null again when that is ruled on. */
		contradictedAt: instant("contradicted_at"),
	},
	(table) => [
		unique("transfers_attempt").on(table.payoutId, table.attempt),
		uniqueIndex("transfers_one_not_rejected").on(table.payoutId).where(sql`${table.status} <> 'rejected'`),
		index("transfers_contradicted").on(table.payoutId).where(sql`${table.contradictedAt} is not null`),
		check("transfers_amount", sql`${table.amount} > 0`),
		check("transfers_reason", sql`(${table.status} = 'rejected') = (${table.reason} is not null)`),
		check("transfers_decided", sql`(${table.status} in ('completed', 'rejected')) = (${table.decidedAt} is not null)`),
	],
);

/** What was said and heard about a transfer. Append-only. */
export const transferEvents = billing.table(
	"transfer_events",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		transferId: uuid("transfer_id")
			.$type<TransferId>()
			.notNull()
			.references(() => transfers.id),
		/** Business time. */
		at: instant("at").notNull(),
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		what: text("what", {
			enum: [
				"requested",
				"sent",
				"accepted",
				"unanswered",
				"unknown-there",
				"refused-again",
				"completed",
				"rejected",
				"contradicted",
				"ruled",
			],
		}).notNull(),
		note: text("note").notNull(),
	},
	(table) => [index("transfer_events_transfer").on(table.transferId, table.id)],
);

/** What demo mode's Gold Hat has taken. */
export const sandboxTransfers = billing.table("sandbox_transfers", {
	id: uuid("id").$type<TransferId>().primaryKey(),
	/** A digest of what was asked for under the id. */
	fingerprint: text("fingerprint").notNull(),
	status: text("status", { enum: ["lost", "pending", "completed", "rejected"] }).notNull(),
	reason: text("reason"),
	takenAt: instant("taken_at").notNull(),
});
