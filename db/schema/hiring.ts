import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { FileId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";

export const hiring = pgSchema("hiring");

/** What a cat can be good or bad at: the managed list that screening finds and matching weighs. */
export const traits = hiring.table("traits", {
	key: text("key").primaryKey(),
	name: jsonb("name").$type<{ en: string; ru: string }>().notNull(),
});

/** The profile of a worker, published in full as `hiring/worker.changed` with each new version. */
export const workers = hiring.table(
	"workers",
	{
		id: uuid("id").$type<WorkerId>().primaryKey(),
		version: integer("version").notNull().default(1),
		name: text("name").notNull(),
		email: text("email").notNull().unique("workers_email"),
		phone: text("phone").notNull(),
		locale: text("locale", { enum: ["en", "ru"] }).notNull(),
		age: integer("age").notNull(),
		breed: text("breed").notNull(),
		coat: text("coat").notNull(),
		photoId: uuid("photo_id").$type<FileId>(),
		active: boolean("active").notNull().default(true),
		addedAt: instant("added_at").notNull(),
	},
	(table) => [
		index("workers_name").on(table.name, table.id),
		index("workers_added").on(table.addedAt, table.id),
		index("workers_search").using("gin", sql`(${table.name} || ' ' || ${table.email}) gin_trgm_ops`),
	],
);

/** A worker is strong or weak in a trait, never both, and how much so, from 1 to 5. */
export const workerTraits = hiring.table(
	"worker_traits",
	{
		workerId: uuid("worker_id")
			.$type<WorkerId>()
			.notNull()
			.references(() => workers.id),
		trait: text("trait")
			.notNull()
			.references(() => traits.key),
		kind: text("kind", { enum: ["strength", "weakness"] }).notNull(),
		level: integer("level").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.workerId, table.trait] }),
		index("worker_traits_trait").on(table.trait),
		check("worker_traits_level", sql`${table.level} between 1 and 5`),
	],
);
