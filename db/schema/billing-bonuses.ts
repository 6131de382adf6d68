import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ApprovalId, BonusId, WorkerId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, ledgerTransactions } from "./billing";
import { approvals } from "./billing-approvals";

/** Who gave whom how much, when and why. Append-only. */
export const bonuses = billing.table(
	"bonuses",
	{
		id: uuid("id").$type<BonusId>().primaryKey(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		amount: amount("amount").notNull(),
		reason: text("reason").notNull(),
		grantedBy: jsonb("granted_by").$type<ActorRef>().notNull(),
		/** The second manager, where the amount asked for one. */
		approvedBy: jsonb("approved_by").$type<ActorRef>(),
		approvalId: uuid("approval_id")
			.$type<ApprovalId>()
			.unique("bonuses_approval")
			.references(() => approvals.id),
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.notNull()
			.unique("bonuses_transaction")
			.references(() => ledgerTransactions.id),
		grantedAt: instant("granted_at").notNull(),
	},
	(table) => [
		check("bonuses_amount", sql`${table.amount} > 0`),
		check("bonuses_approved", sql`(${table.approvedBy} is null) = (${table.approvalId} is null)`),
		index("bonuses_worker").on(table.workerId, table.grantedAt),
		index("bonuses_granted").on(table.grantedAt, table.id),
	],
);
