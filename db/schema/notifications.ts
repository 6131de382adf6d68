import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgSchema, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/server/kernel/actor";
import type { AccountId, ClientId, OrderId, WorkerId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";

export const notifications = pgSchema("notifications");

/** A replica of identity's accounts: whom to write to, where, and in which language. */
export const recipients = notifications.table(
	"recipients",
	{
		accountId: uuid("account_id").$type<AccountId>().primaryKey(),
		version: integer("version").notNull(),
		name: text("name").notNull(),
		email: text("email").notNull(),
		locale: text("locale", { enum: ["en", "ru"] }).notNull(),
		roles: text("roles").array().$type<Role[]>().notNull(),
		clientId: uuid("client_id").$type<ClientId>().unique(),
		workerId: uuid("worker_id").$type<WorkerId>().unique(),
		active: boolean("active").notNull(),
	},
	(table) => [index("recipients_search").using("gin", sql`(${table.name} || ' ' || ${table.email}) gin_trgm_ops`)],
);

/** What messages say about an order; it does not change after the order was placed. */
export const orders = notifications.table("orders", {
	orderId: uuid("order_id").$type<OrderId>().primaryKey(),
	orderNumber: integer("order_number").notNull(),
	clientId: uuid("client_id").$type<ClientId>().notNull(),
	serviceName: jsonb("service_name").$type<{ en: string; ru: string }>().notNull(),
	startsAt: instant("starts_at").notNull(),
	durationMinutes: integer("duration_minutes").notNull(),
	address: text("address").notNull(),
});

/** What messages say about an assignment of an order. */
export const assignments = notifications.table(
	"assignments",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		assignment: integer("assignment").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		price: amount("price").notNull(),
		workerShare: amount("worker_share").notNull(),
		workerPenalty: amount("worker_penalty").notNull(),
		clientPaysCompleted: amount("client_pays_completed").notNull(),
		clientPaysCancelled: amount("client_pays_cancelled").notNull(),
		clientPaysFailed: amount("client_pays_failed").notNull(),
	},
	(table) => [primaryKey({ columns: [table.orderId, table.assignment] })],
);

/** One message to one person about one fact. Without a mail service this is the mailbox. */
export const messages = notifications.table(
	"messages",
	{
		id: uuid("id").primaryKey(),
		/** What happened, by name and number, so that hearing of it twice makes one message. */
		fact: text("fact").notNull(),
		template: text("template").notNull(),
		/** Null for candidates, who have no account. */
		accountId: uuid("account_id").$type<AccountId>(),
		orderId: uuid("order_id").$type<OrderId>(),
		/** What else it is about, such as `application:<id>`, by which it is found when a person is erased. */
		about: text("about"),
		recipientName: text("recipient_name").notNull(),
		email: text("email").notNull(),
		locale: text("locale", { enum: ["en", "ru"] }).notNull(),
		subject: text("subject").notNull(),
		html: text("html").notNull(),
		text: text("text").notNull(),
		/** `mailbox`: kept for the demo mailbox, no mail service being set up. */
		status: text("status", { enum: ["queued", "sent", "mailbox", "failed"] }).notNull(),
		/** The mail service's own name for it. */
		providerId: text("provider_id"),
		/** The message that somebody had sent once more. */
		copyOf: uuid("copy_of"),
		/** Business time. */
		createdAt: instant("created_at").notNull(),
	},
	(table) => [
		unique("messages_fact_recipient").on(table.fact, table.accountId, table.template).nullsNotDistinct(),
		index("messages_created_at").on(table.createdAt, table.id),
		index("messages_order").on(table.orderId),
		index("messages_failed").on(table.createdAt).where(sql`${table.status} = 'failed'`),
		index("messages_status").on(table.status, table.createdAt, table.id),
		index("messages_account").on(table.accountId, table.createdAt, table.id),
		index("messages_search_candidates")
			.using("gin", sql`(${table.recipientName} || ' ' || ${table.email}) gin_trgm_ops`)
			.where(sql`${table.accountId} is null`),
		index("messages_about").on(table.about),
		index("messages_copies").on(table.copyOf),
	],
);

/** Each attempt to hand a message to the mail service, and what came of it. */
export const deliveries = notifications.table(
	"deliveries",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		messageId: uuid("message_id")
			.notNull()
			.references(() => messages.id),
		outcome: text("outcome", { enum: ["accepted", "refused", "unreachable"] }).notNull(),
		/** What the service answered, when it did not accept. */
		detail: text("detail").notNull(),
		/** System time. */
		at: instant("at").notNull().defaultNow(),
	},
	(table) => [index("deliveries_message").on(table.messageId)],
);
