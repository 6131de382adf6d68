import { sql } from "drizzle-orm";
import { check, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ApprovalId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing } from "./billing";

/** What somebody may not decide alone. Asked once, decided once by another person; nothing of it is changed or deleted. */
export const approvals = billing.table(
	"approvals",
	{
		id: uuid("id").$type<ApprovalId>().primaryKey(),
		kind: text("kind", { enum: ["bonus", "waiver"] }).notNull(),
		/** Whom or what it is about: `worker:<id>`, `order:<id>`. */
		subject: text("subject").notNull(),
		amount: amount("amount").notNull(),
		reason: text("reason").notNull(),
		askedBy: jsonb("asked_by").$type<ActorRef>().notNull(),
		askedAt: instant("asked_at").notNull(),
		status: text("status", { enum: ["waiting", "approved", "declined"] }).notNull(),
		decidedBy: jsonb("decided_by").$type<ActorRef>(),
		decidedAt: instant("decided_at"),
		/** What whoever decided said about it. */
		words: text("words"),
	},
	(table) => [
		check("approvals_amount", sql`${table.amount} > 0`),
		check(
			"approvals_decision",
			sql`(${table.status} = 'waiting') = (${table.decidedBy} is null)
				and (${table.decidedBy} is null) = (${table.decidedAt} is null)`,
		),
		check("approvals_two_people", sql`${table.decidedBy} ->> 'id' is distinct from ${table.askedBy} ->> 'id'`),
		index("approvals_asked").on(table.askedAt, table.id),
		index("approvals_waiting").on(table.askedAt, table.id).where(sql`${table.status} = 'waiting'`),
	],
);
