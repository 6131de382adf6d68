import { sql } from "drizzle-orm";
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgSchema,
	primaryKey,
	text,
	unique,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ClientId, FileId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import type { WeeklySpan } from "@/server/kernel/weekly-hours";
import { amount, instant } from "./_shared";

export const execution = pgSchema("execution");

const ENDED = sql.raw("'completed', 'failed', 'cancelled'");

/** A replica of hiring's workers, as far as jobs need it: who can't be given any now. The newest version wins. */
export const workers = execution.table("workers", {
	workerId: uuid("worker_id").$type<WorkerId>().primaryKey(),
	version: integer("version").notNull(),
	active: boolean("active").notNull(),
});

/** One job for each order; where the order ends. Every command locks the row first. */
export const jobs = execution.table(
	"jobs",
	{
		orderId: uuid("order_id").$type<OrderId>().primaryKey(),
		orderNumber: integer("order_number").notNull(),
		clientId: uuid("client_id").$type<ClientId>().notNull(),
		serviceTypeId: uuid("service_type_id").$type<ServiceTypeId>().notNull(),
		serviceName: jsonb("service_name").$type<{ en: string; ru: string }>().notNull(),
		description: text("description").notNull(),
		place: jsonb("place").$type<{ zoneId: ZoneId; zoneName: string; address: string; note: string }>().notNull(),
		contact: jsonb("contact").$type<{ name: string; phone: string }>().notNull(),
		startsAt: instant("starts_at").notNull(),
		durationMinutes: integer("duration_minutes").notNull(),
		state: text("state", { enum: ["waiting", "scheduled", "started", "completed", "failed", "cancelled"] })
			.notNull()
			.default("waiting"),
		/** Who has the job now, or had it when it ended; null while it waits, and when it ended without anybody. */
		assignment: integer("assignment"),
		workerId: uuid("worker_id").$type<WorkerId>(),
		/** The number of the ending in force; 0 until there is one. */
		ending: integer("ending").notNull().default(0),
		/** When managers were told that it is not finished. */
		overdueAt: instant("overdue_at"),
	},
	(table) => [
		check("jobs_somebody", sql`(${table.workerId} is null) = (${table.assignment} is null)`),
		check("jobs_under_way", sql`${table.state} not in ('scheduled', 'started') or ${table.workerId} is not null`),
		check("jobs_waiting", sql`${table.state} <> 'waiting' or ${table.workerId} is null`),
		check("jobs_ended", sql`(${table.state} in (${ENDED})) = (${table.ending} > 0)`),
		index("jobs_worker_state_starts_at").on(table.workerId, table.state, table.startsAt, table.orderId),
		index("jobs_scheduled").on(table.startsAt).where(sql`${table.state} = 'scheduled'`),
		index("jobs_overdue").on(table.overdueAt).where(sql`${table.state} = 'started' and ${table.overdueAt} is not null`),
	],
);

/** Every assignment that this context has heard of, with the moments that were promised to its worker. */
export const assignments = execution.table(
	"assignments",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		number: integer("number").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		/** What the worker earns by completing the job and loses by failing it. */
		workerShare: amount("worker_share").notNull(),
		workerPenalty: amount("worker_penalty").notNull(),
		checkInFrom: instant("check_in_from").notNull(),
		noShowAt: instant("no_show_at").notNull(),
		/** The last moment to give the job up without penalty. */
		giveUpFreeUntil: instant("give_up_free_until").notNull(),
		overdueAlertAt: instant("overdue_alert_at").notNull(),
		/** It came after the end, too late, or after a newer one: it never held the job. */
		void: boolean("void").notNull().default(false),
		releasedAt: instant("released_at"),
		releaseReason: text("release_reason"),
		/** Why a manager lets the worker start without the kit. */
		withoutKitReason: text("without_kit_reason"),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.number] }),
		foreignKey({ columns: [table.orderId], foreignColumns: [jobs.orderId], name: "assignments_job" }),
		check("assignments_released", sql`(${table.releasedAt} is null) = (${table.releaseReason} is null)`),
	],
);

/** The newest that is known of an assignment's kit. It may be known before the assignment is. */
export const kits = execution.table(
	"kits",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		assignment: integer("assignment").notNull(),
		issued: boolean("issued").notNull(),
		/** When that happened, by the event; an older event changes nothing. */
		at: instant("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.orderId, table.assignment] })],
);

/** Append-only. A job is started once, so there is one for each order. */
export const checkIns = execution.table(
	"check_ins",
	{
		orderId: uuid("order_id").$type<OrderId>().primaryKey(),
		assignment: integer("assignment").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		at: instant("at").notNull(),
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		photoId: uuid("photo_id").$type<FileId>().notNull().unique("check_ins_photo"),
		/** Whether the kit was issued in that moment; if not, a manager had allowed it. */
		kitIssued: boolean("kit_issued").notNull(),
	},
	(table) => [
		foreignKey({
			columns: [table.orderId, table.assignment],
			foreignColumns: [assignments.orderId, assignments.number],
			name: "check_ins_assignment",
		}),
		index("check_ins_assignment_index").on(table.orderId, table.assignment),
	],
);

/** Append-only: a wrong ending is mended by the next one. The highest number is in force. */
export const endings = execution.table(
	"endings",
	{
		orderId: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => jobs.orderId),
		number: integer("number").notNull(),
		outcome: text("outcome", { enum: ["completed", "failed", "cancelled"] }).notNull(),
		/** Why it failed; null for what did not. */
		failure: text("failure", { enum: ["never-staffed", "no-show", "gave-up", "decided-by-manager"] }),
		/** What the person who decided said. */
		words: text("words").notNull(),
		decidedBy: text("decided_by", { enum: ["client", "worker", "manager", "house"] }).notNull(),
		actor: jsonb("actor").$type<ActorRef>().notNull(),
		at: instant("at").notNull(),
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		/** The signed acceptance form. */
		reportPhotoId: uuid("report_photo_id").$type<FileId>(),
		workerId: uuid("worker_id").$type<WorkerId>(),
		assignment: integer("assignment"),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.number] }),
		unique("endings_report_photo").on(table.reportPhotoId),
		check("endings_number", sql`${table.number} > 0`),
		check("endings_failure", sql`(${table.outcome} = 'failed') = (${table.failure} is not null)`),
		check("endings_somebody", sql`(${table.workerId} is null) = (${table.assignment} is null)`),
	],
);

/** When workers can be given jobs, as was last said. Of whom there is no row nothing was said: they always can. */
export const availability = execution.table(
	"availabilities",
	{
		workerId: uuid("worker_id").$type<WorkerId>().primaryKey(),
		/** Grows with every change, of hours and of days off. */
		version: integer("version").notNull(),
		/** By the clock of the business time zone; null is always. */
		weeklyHours: jsonb("weekly_hours").$type<WeeklySpan[]>(),
	},
	(table) => [check("availabilities_version", sql`${table.version} >= 0`)],
);

/** Days, by the calendar of the business time zone, on which a worker is given no job. Those of one worker never overlap. */
export const daysOff = execution.table(
	"off_days",
	{
		workerId: uuid("worker_id")
			.$type<WorkerId>()
			.notNull()
			.references(() => availability.workerId),
		first: date("first_day").notNull(),
		last: date("last_day").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.workerId, table.first] }),
		check("off_days_in_order", sql`${table.first} <= ${table.last}`),
	],
);
