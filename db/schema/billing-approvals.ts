import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ApprovalId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing } from "./billing";

/** What somebody may not decide alone. Asked once, decided once by another person; nothing of it is changed or deleted. */
export const approvals = billing.table(
	"approvals",
	{
		id: uuid("id").$type<ApprovalId>().primaryKey(),
		kind: text("kind", { enum: ["bonus", "waiver", "ruling"] }).notNull(),
		/** Whom or what it is about: `worker:<id>`, `order:<id>`; of a ruling `payment:<id>`, `refund:<id>`, `transfer:<id>`. */
		subject: text("subject").notNull(),
		amount: amount("amount").notNull(),
		reason: text("reason").notNull(),
		/** What really became of what its service contradicts itself about: a ruling, in force once it is approved. */
		became: text("became", { enum: ["succeeded", "refused"] }),
		/** The last word of the service that a ruling knows of; a newer one is not covered by it. */
		lastWord: bigint("last_word", { mode: "bigint" }),
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
		check(
			"approvals_ruling",
			sql`(${table.kind} = 'ruling') = (${table.became} is not null) and (${table.kind} = 'ruling') = (${table.lastWord} is not null)`,
		),
		uniqueIndex("approvals_one_ruling_waiting")
			.on(table.subject)
			.where(sql`${table.kind} = 'ruling' and ${table.status} = 'waiting'`),
		index("approvals_rulings").on(table.subject, table.lastWord).where(sql`${table.kind} = 'ruling'`),
		index("approvals_asked").on(table.askedAt, table.id),
		index("approvals_waiting").on(table.askedAt, table.id).where(sql`${table.status} = 'waiting'`),
	],
);
