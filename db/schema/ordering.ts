import { sql } from "drizzle-orm";
import {
	boolean,
	check,
	customType,
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
import type { ClientId, FileId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import { amount, instant } from "./_shared";

export const ordering = pgSchema("ordering");

type Localized = { en: string; ru: string };
type Supply = { name: Localized; quantity: number };

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const outcomes = ["completed", "failed", "cancelled"] as const;
const states = ["placed", "assigned", "under_way", ...outcomes] as const;

const ENDED = sql.raw("'completed', 'failed', 'cancelled'");

/** The managed list of places where chores are done. */
export const zones = ordering.table("zones", {
	id: uuid("id").$type<ZoneId>().primaryKey(),
	version: integer("version").notNull().default(1),
	name: jsonb("name").$type<Localized>().notNull(),
	active: boolean("active").notNull().default(true),
});

/** What can be ordered. Orders keep what they need of it, so that a change touches none that is placed. */
export const serviceTypes = ordering.table("service_types", {
	id: uuid("id").$type<ServiceTypeId>().primaryKey(),
	version: integer("version").notNull().default(1),
	name: jsonb("name").$type<Localized>().notNull(),
	description: jsonb("description").$type<Localized>().notNull(),
	icon: text("icon").notNull(),
	durationMinutes: integer("duration_minutes").notNull(),
	basePrice: amount("base_price").notNull(),
	supplies: jsonb("supplies").$type<Supply[]>().notNull(),
	active: boolean("active").notNull().default(true),
	createdAt: instant("created_at").notNull().defaultNow(),
});

/** One order from the request to its end. Where it ends is execution's to say; the state here mirrors it. */
export const orders = ordering.table(
	"orders",
	{
		id: uuid("id").$type<OrderId>().primaryKey(),
		/** What people call the order by. */
		number: integer("number").notNull().unique().generatedAlwaysAsIdentity({ startWith: 1001 }),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		clientName: text("client_name").notNull(),
		serviceTypeId: uuid("service_type_id")
			.$type<ServiceTypeId>()
			.notNull()
			.references(() => serviceTypes.id),
		serviceName: jsonb("service_name").$type<Localized>().notNull(),
		durationMinutes: integer("duration_minutes").notNull(),
		/** Of the service type when the order was placed: what the price formula starts from. */
		basePrice: amount("base_price").notNull(),
		description: text("description").notNull(),
		zoneId: uuid("zone_id")
			.$type<ZoneId>()
			.notNull()
			.references(() => zones.id),
		/** In the client's language, as is the address. */
		zoneName: text("zone_name").notNull(),
		address: text("address").notNull(),
		placeNote: text("place_note").notNull(),
		contactName: text("contact_name").notNull(),
		contactPhone: text("contact_phone").notNull(),
		startsAt: instant("starts_at").notNull(),
		placedAt: instant("placed_at").notNull(),

		state: text("state", { enum: states }).notNull().default("placed"),
		/** Why matching has found nobody yet. */
		waitingReason: text("waiting_reason", { enum: ["nobody-in-pool", "nobody-suits", "everybody-booked"] }),
		/** The highest number under which matching has told that. */
		waitingNumber: integer("waiting_number").notNull().default(0),
		/** The number of the latest assignment, from 1. */
		assignment: integer("assignment").notNull().default(0),
		/** Who has the order now, or had it when it ended. */
		workerId: uuid("worker_id").$type<WorkerId>(),

		/** Fixed with the first assignment, together, and kept when another worker takes over. */
		listPrice: amount("list_price"),
		discountPercent: smallint("discount_percent"),
		price: amount("price"),
		workerShare: amount("worker_share"),
		workerPenalty: amount("worker_penalty"),
		clientPaysCompleted: amount("client_pays_completed"),
		clientPaysCancelled: amount("client_pays_cancelled"),
		clientPaysFailed: amount("client_pays_failed"),
		moneyPolicyVersion: integer("money_policy_version"),
		priceFormulaVersion: integer("price_formula_version"),

		/** The number of the ending in force, from 1. */
		ending: integer("ending").notNull().default(0),
		endedAt: instant("ended_at"),
		endingReason: text("ending_reason"),
		/** Whether a worker was assigned when it ended: then it is paid. */
		payable: boolean("payable").notNull().default(false),

		cancellationRequestedAt: instant("cancellation_requested_at"),
		cancellationRequestedBy: text("cancellation_requested_by", { enum: ["client", "manager"] }),
		/** Why execution refused the latest request. */
		cancellationRefused: text("cancellation_refused"),

		copyOf: uuid("copy_of").$type<OrderId>(),
		excludeWorkerId: uuid("exclude_worker_id").$type<WorkerId>(),
		search: tsvector("search").generatedAlwaysAs(
			sql`to_tsvector('simple', client_name || ' ' || contact_name || ' ' || address || ' ' || zone_name || ' ' || (service_name ->> 'en') || ' ' || (service_name ->> 'ru') || ' ' || description)`,
		),
	},
	(table) => [
		foreignKey({ name: "orders_copy_of", columns: [table.copyOf], foreignColumns: [table.id] }),
		index("orders_copies").on(table.copyOf),
		index("orders_service_type_start").on(table.serviceTypeId, table.startsAt, table.number),
		index("orders_service_type_number").on(table.serviceTypeId, table.number),
		index("orders_zone").on(table.zoneId),
		index("orders_client_live").on(table.clientId, table.startsAt).where(sql`${table.state} not in (${ENDED})`),
		index("orders_client_ended")
			.on(table.clientId, table.startsAt, table.number)
			.where(sql`${table.state} in (${ENDED})`),
		index("orders_client_start").on(table.clientId, table.startsAt, table.number),
		index("orders_worker_start").on(table.workerId, table.startsAt, table.number),
		index("orders_start").on(table.startsAt, table.number),
		// Covers the figures of the office: endings by week are counted without looking at the orders.
		index("orders_start_outcome").on(table.startsAt, table.state, table.endingReason),
		index("orders_state_start").on(table.state, table.startsAt, table.number),
		index("orders_state_number").on(table.state, table.number),
		index("orders_search").using("gin", table.search),
		check("orders_ended", sql`(${table.state} in (${ENDED})) = (${table.ending} > 0 and ${table.endedAt} is not null)`),
		check(
			"orders_priced",
			sql`num_nonnulls(${table.listPrice}, ${table.discountPercent}, ${table.price}, ${table.workerShare}, ${table.workerPenalty}, ${table.clientPaysCompleted}, ${table.clientPaysCancelled}, ${table.clientPaysFailed}, ${table.moneyPolicyVersion}, ${table.priceFormulaVersion}) = case when ${table.assignment} > 0 then 10 else 0 end`,
		),
		check("orders_staffed", sql`${table.state} not in ('assigned', 'under_way') or ${table.workerId} is not null`),
	],
);

/** Who had an order, one after the other. */
export const assignments = ordering.table(
	"assignments",
	{
		orderId: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => orders.id),
		number: integer("number").notNull(),
		/** Matching's number of the match that it follows from. */
		match: integer("match").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		price: amount("price").notNull(),
		assignedAt: instant("assigned_at").notNull(),
		endedAt: instant("ended_at"),
		endedReason: text("ended_reason"),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.number] }),
		unique("assignments_match").on(table.orderId, table.match),
		index("assignments_worker").on(table.workerId),
	],
);

export const ratings = ordering.table(
	"ratings",
	{
		orderId: uuid("order_id")
			.$type<OrderId>()
			.primaryKey()
			.references(() => orders.id),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		stars: smallint("stars").notNull(),
		words: text("words").notNull(),
		at: instant("at").notNull(),
	},
	(table) => [index("ratings_worker").on(table.workerId), check("ratings_stars", sql`${table.stars} between 1 and 5`)],
);

/** A replica of hiring's workers, as far as the worker's card shows them. */
export const workers = ordering.table(
	"workers",
	{
		id: uuid("id").$type<WorkerId>().primaryKey(),
		version: integer("version").notNull(),
		name: text("name").notNull(),
		breed: text("breed").notNull(),
		coat: text("coat").notNull(),
		photoId: uuid("photo_id").$type<FileId>(),
		/** What the traits are called, the strongest first. */
		strengths: jsonb("strengths").$type<Localized[]>().notNull(),
	},
	(table) => [index("workers_name").using("gin", sql`to_tsvector('simple', ${table.name})`)],
);
