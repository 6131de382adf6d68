import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ClientId, KitId, OrderId, ServiceTypeId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";

export const supplies = pgSchema("supplies");

type Words = { en: string; ru: string };

/** Replica of ordering's service types: what a kit of each consists of. The newest version wins. */
export const serviceTypes = supplies.table("service_types", {
	serviceTypeId: uuid("service_type_id").$type<ServiceTypeId>().primaryKey(),
	version: integer("version").notNull(),
	supplies: jsonb("supplies").$type<{ name: Words; quantity: number }[]>().notNull(),
});

/** Replica of hiring's workers: whom the warehouse will see at its counter. The newest version wins. */
export const workers = supplies.table("workers", {
	workerId: uuid("worker_id").$type<WorkerId>().primaryKey(),
	version: integer("version").notNull(),
	name: text("name").notNull(),
	breed: text("breed").notNull(),
	coat: text("coat").notNull(),
});

/**
 * Each order that this context has heard anything of. Every command locks the row first, so that facts about one order are
 * taken in one after another. The ending may be known before the assignment is.
 */
export const orders = supplies.table("orders", {
	orderId: uuid("order_id").$type<OrderId>().primaryKey(),
	endedAt: instant("ended_at"),
	/** The assignment whose job was completed, if one ever was, by any ending: what was in its kit is used up. */
	completedAssignment: integer("completed_assignment"),
});

/** What others have told of an assignment, whether or not a kit is there for it. */
export const assignments = supplies.table(
	"assignments",
	{
		orderId: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => orders.orderId),
		assignment: integer("assignment").notNull(),
		unassignedAt: instant("unassigned_at"),
		startedAt: instant("started_at"),
		/** Whether execution took the kit for issued when the job started; null until it did. */
		startedWithKit: boolean("started_with_kit"),
	},
	(table) => [primaryKey({ columns: [table.orderId, table.assignment] })],
);

/** A kit for each assignment of an order. */
export const kits = supplies.table(
	"kits",
	{
		id: uuid("id").$type<KitId>().primaryKey(),
		orderId: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => orders.orderId),
		assignment: integer("assignment").notNull(),
		orderNumber: integer("order_number").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		serviceName: jsonb("service_name").$type<Words>().notNull(),
		/** Printed on the acceptance form: who signs, and where. */
		contactName: text("contact_name").notNull(),
		address: text("address").notNull(),
		startsAt: instant("starts_at").notNull(),
		state: text("state", { enum: ["requested", "assembling", "ready", "issued", "used", "returned"] })
			.notNull()
			.default("requested"),
		requestedAt: instant("requested_at").notNull(),
		/** When it was handed out, if it counts as handed out now. */
		issuedAt: instant("issued_at"),
		issuedBy: text("issued_by"),
		/** By the machine's clock: how long the press can be taken back. */
		issuedRecordedAt: instant("issued_recorded_at"),
		/** Its job is over and its worker has it still. */
		returnDue: boolean("return_due").notNull().default(false),
		/** When staff saw it back on the shelf. */
		broughtBackAt: instant("brought_back_at"),
		broughtBackBy: text("brought_back_by"),
		/** The time of the newest event of this kit; the next one's is later, whatever the clock does. */
		changedAt: instant("changed_at").notNull(),
	},
	(table) => [
		unique("kits_order_assignment").on(table.orderId, table.assignment),
		check("kits_issued", sql`${table.state} <> 'issued' or ${table.issuedAt} is not null`),
		check("kits_issued_by", sql`(${table.issuedAt} is null) = (${table.issuedBy} is null)`),
		check("kits_return_due", sql`not ${table.returnDue} or ${table.state} = 'issued'`),
		index("kits_on_shelf")
			.on(table.startsAt, table.id)
			.where(sql`${table.state} in ('requested', 'assembling', 'ready')`),
		index("kits_issued_at").on(table.issuedAt).where(sql`${table.issuedAt} is not null`),
		index("kits_return_due_starts_at").on(table.startsAt).where(sql`${table.returnDue}`),
		index("kits_worker").on(table.workerId),
	],
);

/** The contents of a kit, in the order in which they are shown. */
export const kitItems = supplies.table(
	"kit_items",
	{
		kitId: uuid("kit_id")
			.$type<KitId>()
			.notNull()
			.references(() => kits.id),
		position: integer("position").notNull(),
		kind: text("kind", { enum: ["supply", "form", "cookie"] }).notNull(),
		/** Of a supply, as its service type named it; form and cookie are named by the screen. */
		name: jsonb("name").$type<Words>(),
		quantity: integer("quantity").notNull(),
		tickedAt: instant("ticked_at"),
		tickedBy: text("ticked_by"),
	},
	(table) => [
		primaryKey({ columns: [table.kitId, table.position] }),
		check("kit_items_name", sql`(${table.kind} = 'supply') = (${table.name} is not null)`),
		check("kit_items_ticked", sql`(${table.tickedAt} is null) = (${table.tickedBy} is null)`),
	],
);

/** The fortune cookie of an order: one, whoever is assigned. */
export const cookieOrders = supplies.table(
	"cookie_orders",
	{
		orderId: uuid("order_id")
			.$type<OrderId>()
			.primaryKey()
			.references(() => orders.orderId),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		state: text("state", { enum: ["intent", "ordered", "arrived", "given-up"] })
			.notNull()
			.default("intent"),
		/** What the contractor calls it. */
		reference: text("reference"),
		/** When the kit stops waiting for it. */
		giveUpAt: instant("give_up_at").notNull(),
		orderedAt: instant("ordered_at"),
		/** When it should be here, as the contractor says. */
		expectedAt: instant("expected_at"),
		arrivedAt: instant("arrived_at"),
		gaveUpAt: instant("gave_up_at"),
		/** What went wrong at the last attempt to order it. */
		trouble: text("trouble"),
	},
	(table) => [
		index("cookie_orders_gave_up").on(table.gaveUpAt).where(sql`${table.state} = 'given-up'`),
		check("cookie_orders_arrived", sql`(${table.state} = 'arrived') = (${table.arrivedAt} is not null)`),
		check("cookie_orders_given_up", sql`${table.state} <> 'given-up' or ${table.gaveUpAt} is not null`),
	],
);
