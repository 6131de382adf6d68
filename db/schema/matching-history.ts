import { sql } from "drizzle-orm";
import { boolean, customType, index, integer, jsonb, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { ServiceTypeId, WorkerId } from "@/server/kernel/ids";
import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";
import { instant } from "./_shared";
import { matching, moment, type Wanted } from "./matching";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** What each sample was like before, as it became known. Written by the database with every version that is taken over. */
export const sampleVersions = matching.table(
	"sample_versions",
	{
		sample: uuid("sample").$type<WorkerId>().notNull(),
		version: integer("version").notNull(),
		levels: jsonb("levels").$type<Record<string, number>>().notNull(),
		active: boolean("active").notNull(),
		moment: moment(),
	},
	(table) => [
		primaryKey({ columns: [table.sample, table.version, table.moment] }),
		index("sample_versions_moment").on(table.moment),
	],
);

/** The same of when samples could be given jobs. */
export const availabilityVersions = matching.table(
	"availability_versions",
	{
		sample: uuid("sample").$type<WorkerId>().notNull(),
		version: integer("version").notNull(),
		weeklyHours: jsonb("weekly_hours").$type<WeeklySpan[]>(),
		daysOff: jsonb("days_off").$type<DayRange[]>().notNull(),
		moment: moment(),
	},
	(table) => [
		primaryKey({ columns: [table.sample, table.version, table.moment] }),
		index("availability_versions_moment").on(table.moment),
	],
);

/** The same of what types needed. */
export const requirementVersions = matching.table(
	"requirement_versions",
	{
		type: uuid("type").$type<ServiceTypeId>().notNull(),
		version: integer("version").notNull(),
		wanted: jsonb("wanted").$type<Wanted>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.type, table.version] })],
);

/** Of which sample something has changed, and in which transaction: what a process keeps in memory follows this. */
export const changes = matching.table(
	"changes",
	{
		sample: uuid("sample").$type<WorkerId>().notNull(),
		transaction: xid8("transaction").notNull().default(sql`pg_current_xact_id()`),
		at: instant("at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.transaction, table.sample] }), index("changes_at").on(table.at)],
);
