import { sql } from "drizzle-orm";
import {
	bigint,
	check,
	customType,
	index,
	integer,
	jsonb,
	pgSchema,
	primaryKey,
	text,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { FileId } from "@/server/kernel/ids";
import { instant } from "./_shared";

export const platform = pgSchema("platform");

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Every privileged action, for ever; the database refuses to change or delete a row. */
export const auditEntries = platform.table(
	"audit_entries",
	{
		id: uuid("id").primaryKey(),
		at: instant("at").notNull(),
		recordedAt: instant("recorded_at").notNull().defaultNow(),
		actor: jsonb("actor").$type<ActorRef>().notNull(),
		action: text("action").notNull(),
		subject: text("subject").notNull(),
		before: jsonb("before"),
		after: jsonb("after"),
		reason: text("reason"),
		requestId: text("request_id").notNull(),
		address: text("address"),
	},
	(table) => [
		index("audit_entries_at").on(table.at, table.id),
		index("audit_entries_subject_at").on(table.subject, table.at, table.id),
		index("audit_entries_action_at").on(table.action, table.at, table.id),
		index("audit_entries_actor_at").on(sql`(${table.actor} ->> 'id')`, table.at, table.id),
	],
);

/**
 * Settings by set and version, each in force from a moment of business time on, unless it was withdrawn before. All but the
 * withdrawal is for ever.
 */
export const policyVersions = platform.table(
	"policy_versions",
	{
		set: text("set").notNull(),
		version: integer("version").notNull(),
		effectiveFrom: instant("effective_from").notNull(),
		values: jsonb("values").notNull(),
		author: jsonb("author").$type<ActorRef>().notNull(),
		/** Why, as whoever changed it said. */
		reason: text("reason").notNull().default(""),
		createdAt: instant("created_at").notNull().defaultNow(),
		/** Business time. */
		withdrawnAt: instant("withdrawn_at"),
		withdrawnBy: jsonb("withdrawn_by").$type<ActorRef>(),
	},
	(table) => [
		primaryKey({ columns: [table.set, table.version] }),
		check("policy_versions_withdrawal", sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`),
		index("policy_versions_in_force").on(table.set, table.effectiveFrom),
	],
);

/** What a command answered to an idempotency key. */
export const idempotencyKeys = platform.table(
	"idempotency_keys",
	{
		scope: text("scope").notNull(),
		command: text("command").notNull(),
		key: text("key").notNull(),
		fingerprint: text("fingerprint").notNull(),
		result: jsonb("result"),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.scope, table.command, table.key] }),
		index("idempotency_keys_created_at").on(table.createdAt),
	],
);

/**
 * What changed, and who may hear of it. A browser's cursor is a transaction snapshot: a row is new to it when the snapshot
 * does not see the row's transaction, however late that one committed.
 */
export const liveChanges = platform.table(
	"live_changes",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		transaction: xid8("transaction").notNull().default(sql`pg_current_xact_id()`),
		audiences: text("audiences").array().notNull(),
		context: text("context").notNull(),
		subject: text("subject").notNull(),
		at: instant("at").notNull().defaultNow(),
	},
	(table) => [index("live_changes_transaction").on(table.transaction), index("live_changes_at").on(table.at)],
);

/** From which transaction on changes are still kept. One row, once something was forgotten. */
export const liveRetention = platform.table("live_retention", {
	id: integer("id").primaryKey().default(1),
	prunedBefore: xid8("pruned_before").notNull(),
});

/** How far the time machine has moved business time ahead of the machine's. One row. */
export const businessClock = platform.table("business_clock", {
	id: integer("id").primaryKey().default(1),
	offsetMs: bigint("offset_ms", { mode: "number" }).notNull().default(0),
});

/** Photos. Whoever uploaded one may see it; once a context has claimed it, that context decides. */
export const files = platform.table(
	"files",
	{
		id: uuid("id").$type<FileId>().primaryKey(),
		uploadedBy: text("uploaded_by").notNull(),
		idempotencyKey: uuid("idempotency_key").notNull(),
		/** Of the bytes as they were sent, so that a repeated upload is known. */
		sourceHash: text("source_hash").notNull(),
		mime: text("mime").notNull(),
		bytes: integer("bytes").notNull(),
		width: integer("width").notNull(),
		height: integer("height").notNull(),
		context: text("context"),
		subject: text("subject"),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		uniqueIndex("files_upload").on(table.uploadedBy, table.idempotencyKey),
		index("files_subject").on(table.context, table.subject),
	],
);
