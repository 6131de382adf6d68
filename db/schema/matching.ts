import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	customType,
	index,
	integer,
	jsonb,
	pgSchema,
	primaryKey,
	smallint,
	text,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { ClientId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";
import { instant } from "./_shared";

export const matching = pgSchema("matching");

/** The order in which facts became known here: a replay looks at those before the moment of a match. */
export const moment = () => bigint("moment", { mode: "number" }).notNull().default(sql`nextval('matching.moments')`);
export const moments = matching.sequence("moments");

const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });

const outcomes = ["completed", "failed", "cancelled"] as const;
export const waitingReasons = ["nobody-in-pool", "nobody-suits", "everybody-booked"] as const;
export type Wanted = { trait: string; weight: number }[];
/** A replica of hiring's workers: the normal samples. The newest version wins. */
export const normalSamples = matching.table("normal_samples", {
	id: uuid("id").$type<WorkerId>().primaryKey(),
	version: integer("version").notNull(),
	name: text("name").notNull(),
	/** By trait: 1 to 5 a strength, -1 to -5 a weakness. */
	levels: jsonb("levels").$type<Record<string, number>>().notNull(),
	active: boolean("active").notNull(),
});

/** A replica of execution's availability: when samples can be given jobs. The newest version wins; it may come before its sample. */
export const availabilities = matching.table("availabilities", {
	sample: uuid("sample").$type<WorkerId>().primaryKey(),
	version: integer("version").notNull(),
	/** By the wall's clock; null is always. */
	weeklyHours: jsonb("weekly_hours").$type<WeeklySpan[]>(),
	daysOff: jsonb("days_off").$type<DayRange[]>().notNull(),
});

/** What traits are called, as last heard with a sample. */
export const traitNames = matching.table("trait_names", {
	trait: text("trait").primaryKey(),
	name: jsonb("name").$type<{ en: string; ru: string }>().notNull(),
});

/** Which traits a type of service needs, and how much each weighs. */
export const requirements = matching.table("requirements", {
	type: uuid("type").$type<ServiceTypeId>().primaryKey(),
	version: integer("version").notNull(),
	wanted: jsonb("wanted").$type<Wanted>().notNull(),
});

/**
 * Orders as matching sees them: when, of which type, for which reference sample. A demand whose end was heard of before it was
 * placed is a tombstone, without the rest, and is never matched.
 */
export const demands = matching.table(
	"demands",
	{
		order: uuid("order_id").$type<OrderId>().primaryKey(),
		/** What people call the order. */
		number: integer("number"),
		reference: uuid("reference").$type<ClientId>(),
		type: uuid("type").$type<ServiceTypeId>(),
		zone: uuid("zone").$type<ZoneId>(),
		startsAt: instant("starts_at"),
		endsAt: instant("ends_at"),
		during: tstzrange("during").generatedAlwaysAs(sql`tstzrange(starts_at, ends_at)`),
		state: text("state", { enum: ["open", "waiting", "matched", "ended"] }).notNull(),
		waitingReason: text("waiting_reason", { enum: waitingReasons }),
		/** How often it was told what the order waits for. */
		waits: integer("waits").notNull().default(0),
		/** Samples that are not to come: of the order that this one copies, and those who gave it back. */
		excluded: uuid("excluded").array().$type<WorkerId[]>().notNull().default(sql`'{}'`),
		/** The number of the latest match, from 1. */
		match: integer("match").notNull().default(0),
		/** The number of the latest assignment that was given back. */
		givenBack: integer("given_back").notNull().default(0),
	},
	(table) => [
		index("demands_looking").on(table.startsAt, table.order).where(sql`${table.state} in ('open', 'waiting')`),
		check(
			"demands_whole",
			sql`${table.state} = 'ended' or num_nulls(${table.reference}, ${table.type}, ${table.startsAt}, ${table.endsAt}) = 0`,
		),
		check("demands_waiting", sql`(${table.state} = 'waiting') = (${table.waitingReason} is not null)`),
	],
);

/** The calendars of the normal samples. Two that are held never overlap: the database refuses it. */
export const reservations = matching.table(
	"reservations",
	{
		order: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => demands.order),
		match: integer("match").notNull(),
		sample: uuid("sample")
			.$type<WorkerId>()
			.notNull()
			.references(() => normalSamples.id),
		startsAt: instant("starts_at").notNull(),
		endsAt: instant("ends_at").notNull(),
		during: tstzrange("during").generatedAlwaysAs(sql`tstzrange(starts_at, ends_at)`),
		status: text("status", { enum: ["held", "released"] })
			.notNull()
			.default("held"),
		heldAt: instant("held_at").notNull(),
		releasedAt: instant("released_at"),
		releasedBy: text("released_by", { enum: ["given-back", "rebuilt", "refused", ...outcomes] }),
		/** Held for who is to take the order over from another: execution decides whether that is still possible. */
		replacing: boolean("replacing").notNull().default(false),
		moment: moment(),
		releasedMoment: bigint("released_moment", { mode: "number" }),
	},
	(table) => [
		primaryKey({ columns: [table.order, table.match] }),
		uniqueIndex("reservations_one_held").on(table.order, table.replacing).where(sql`${table.status} = 'held'`),
		index("reservations_sample_start").on(table.sample, table.startsAt),
		index("reservations_start").on(table.startsAt),
		check(
			"reservations_released",
			sql`case when ${table.status} = 'held' then num_nonnulls(${table.releasedAt}, ${table.releasedBy}) = 0 else num_nulls(${table.releasedAt}, ${table.releasedBy}) = 0 end`,
		),
	],
);

/** How jobs ended, one row an ending; of an order the highest number is in force. */
export const pastResults = matching.table(
	"past_results",
	{
		order: uuid("order_id")
			.$type<OrderId>()
			.notNull()
			.references(() => demands.order),
		ending: integer("ending").notNull(),
		sample: uuid("sample").$type<WorkerId>().notNull(),
		outcome: text("outcome", { enum: outcomes }).notNull(),
		/** Why it failed, in a word. */
		reason: text("reason"),
		at: instant("at").notNull(),
		moment: moment(),
	},
	(table) => [primaryKey({ columns: [table.order, table.ending] }), index("past_results_sample").on(table.sample)],
);

/** What reference samples said of the jobs. */
export const pastRatings = matching.table(
	"past_ratings",
	{
		order: uuid("order_id").$type<OrderId>().primaryKey(),
		sample: uuid("sample").$type<WorkerId>().notNull(),
		stars: smallint("stars").notNull(),
		moment: moment(),
	},
	(table) => [
		index("past_ratings_sample").on(table.sample),
		check("past_ratings_stars", sql`${table.stars} between 1 and 5`),
	],
);
