import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgSchema, text } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import { instant } from "./_shared";

export const events = pgSchema("events");

/** Written in the transaction of the change an event tells of; kept as the store that timelines are drawn from. */
export const outbox = events.table(
	"outbox",
	{
		sequence: bigint("sequence", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		id: text("id").notNull().unique(),
		name: text("name").notNull(),
		version: text("version").notNull(),
		data: jsonb("data").$type<Record<string, unknown>>().notNull(),
		actor: jsonb("actor").$type<ActorRef>().notNull(),
		/** `order:<id>`, `worker:<id>`, … */
		subjects: text("subjects").array().notNull(),
		/** The event or request before it. */
		cause: text("cause"),
		/** Business time. */
		occurredAt: instant("occurred_at").notNull(),
		/** System time. */
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		dispatchedAt: instant("dispatched_at"),
		/** Until then an instance is sending it to Inngest, or it is left alone after a failure. System time. */
		relayedUntil: instant("relayed_until"),
		/** The event that is told again: the same fact, and no part of anybody's story. */
		replayOf: text("replay_of"),
	},
	(table) => [
		index("outbox_undispatched").on(table.sequence).where(sql`${table.dispatchedAt} is null`),
		index("outbox_subjects").using("gin", table.subjects),
		index("outbox_name_occurred").on(table.name, table.occurredAt, table.sequence),
		index("outbox_occurred").on(table.occurredAt, table.sequence),
		index("outbox_cause").on(table.cause),
		index("outbox_replay").on(table.replayOf).where(sql`${table.replayOf} is not null`),
	],
);
