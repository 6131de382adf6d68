import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ApprovalId, ClientId, CreditNoteId, InvoiceId, OrderId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";
import { billing, charges, ledgerTransactions } from "./billing";
import { approvals } from "./billing-approvals";
import { invoices } from "./billing-invoices";

/** A charge, or a part of it, that is waived: one a charge. Append-only. */
export const creditNotes = billing.table(
	"credit_notes",
	{
		id: uuid("id").$type<CreditNoteId>().primaryKey(),
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		amount: amount("amount").notNull(),
		reason: text("reason").notNull(),
		/** The open invoice that it lowers; null: it lowers the next one. */
		invoiceId: uuid("invoice_id")
			.$type<InvoiceId>()
			.references(() => invoices.id),
		grantedBy: jsonb("granted_by").$type<ActorRef>().notNull(),
		/** The second manager, where the amount asked for one. */
		approvedBy: jsonb("approved_by").$type<ActorRef>(),
		approvalId: uuid("approval_id")
			.$type<ApprovalId>()
			.unique("credit_notes_approval")
			.references(() => approvals.id),
		transactionId: bigint("transaction_id", { mode: "bigint" })
			.notNull()
			.unique("credit_notes_transaction")
			.references(() => ledgerTransactions.id),
		grantedAt: instant("granted_at").notNull(),
	},
	(table) => [
		unique("credit_notes_charge").on(table.orderId, table.ending),
		foreignKey({ columns: [table.orderId, table.ending], foreignColumns: [charges.orderId, charges.ending] }),
		check("credit_notes_amount", sql`${table.amount} > 0`),
		check("credit_notes_approved", sql`(${table.approvedBy} is null) = (${table.approvalId} is null)`),
		index("credit_notes_client").on(table.clientId, table.grantedAt),
		index("credit_notes_invoice").on(table.invoiceId),
	],
);
