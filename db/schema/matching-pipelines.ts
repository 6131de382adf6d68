import { sql } from "drizzle-orm";
import {
	bigint,
	check,
	doublePrecision,
	index,
	integer,
	jsonb,
	primaryKey,
	smallint,
	text,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";
import { demands, matching, waitingReasons } from "./matching";

type Funnel = { step: string; left: number }[];
type RecordedCandidate = {
	sample: WorkerId;
	/** Of the replica that the chain saw. */
	version: number;
	/** What each step computed, by the step's id. */
	values: Record<string, number>;
	/** The step that eliminated the candidate, and why. */
	out: { step: string; why: string; facts?: Record<string, string | number> } | null;
	rank: number | null;
};

type Said = {
	praise: { en: string; ru: string }[];
	rival: { sample: WorkerId; out: NonNullable<RecordedCandidate["out"]> } | null;
};

/** The chain of steps as data, by version. One is active. */
export const pipelines = matching.table(
	"pipelines",
	{
		version: integer("version").primaryKey(),
		status: text("status", { enum: ["draft", "shadow", "active", "retired"] }).notNull(),
		/** In order; checked by the code that runs it. */
		steps: jsonb("steps").notNull(),
		/** What it is for, in a few words. */
		note: text("note").notNull().default(""),
		author: jsonb("author").$type<ActorRef>().notNull(),
		createdAt: instant("created_at").notNull(),
		/** Grows each time a draft is written over. */
		revision: integer("revision").notNull().default(1),
		changedAt: instant("changed_at"),
		/** Since when it has been running, in force or beside; from then on it is never written over. */
		ranFrom: instant("ran_from"),
		/** Which share of orders it takes as an experiment, in percents. */
		percent: smallint("percent").notNull().default(0),
	},
	(table) => [
		uniqueIndex("pipelines_one_active").on(table.status).where(sql`${table.status} = 'active'`),
		check(
			"pipelines_percent",
			sql`${table.percent} between 0 and 50 and (${table.percent} = 0 or ${table.status} = 'shadow')`,
		),
	],
);

/** Which version came into force when, and in whose place. */
export const activations = matching.table(
	"activations",
	{
		number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
		version: integer("version")
			.notNull()
			.references(() => pipelines.version),
		replaced: integer("replaced")
			.notNull()
			.references(() => pipelines.version),
		at: instant("at").notNull(),
		author: jsonb("author").$type<ActorRef>().notNull(),
		reason: text("reason").notNull(),
	},
	(table) => [index("activations_version").on(table.version), index("activations_replaced").on(table.replaced)],
);

/** Which match of which order, by which version. */
const ofMatch = () => ({
	order: uuid("order_id")
		.$type<OrderId>()
		.notNull()
		.references(() => demands.order),
	match: integer("match").notNull(),
	pipelineVersion: integer("pipeline_version")
		.notNull()
		.references(() => pipelines.version),
});

/** Why this one? What the chain saw and said, for each match of an order and for the search that goes on. */
export const matchRecords = matching.table(
	"match_records",
	{
		...ofMatch(),
		requirementVersion: integer("requirement_version").notNull(),
		seed: text("seed").notNull(),
		outcome: text("outcome", { enum: ["matched", "waiting"] }).notNull(),
		waitingReason: text("waiting_reason", { enum: waitingReasons }),
		chosen: uuid("chosen").$type<WorkerId>(),
		score: doublePrecision("score"),
		/** How many candidates each step left. */
		funnel: jsonb("funnel").$type<Funnel>().notNull(),
		candidates: jsonb("candidates").$type<RecordedCandidate[]>().notNull(),
		/** What is worth saying of the chosen one, in words. */
		said: jsonb("said").$type<Said>(),
		/** Who was not to come, and up to which moment facts were known; null in records from before that was kept. */
		excluded: uuid("excluded").array().$type<WorkerId[]>(),
		moment: bigint("moment", { mode: "number" }),
		/** Who chose by hand, and why. */
		pinned: jsonb("pinned").$type<{ by: ActorRef; reason: string }>(),
		at: instant("at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.order, table.match] }),
		index("match_records_pipeline").on(table.pipelineVersion),
		index("match_records_at").on(table.at),
		index("match_records_detailed").on(table.at).where(sql`${table.candidates} <> '[]'::jsonb`),
		check(
			"match_records_outcome",
			sql`case when ${table.outcome} = 'matched' then num_nulls(${table.chosen}, ${table.score}) = 0 and ${table.waitingReason} is null else num_nonnulls(${table.chosen}, ${table.score}) = 0 and ${table.waitingReason} is not null end`,
		),
	],
);

/** Whom a version that runs beside would have chosen, from the very same inputs as the one that decided. */
export const shadowResults = matching.table(
	"shadow_results",
	{
		...ofMatch(),
		/** The version that decided. */
		decidedBy: integer("decided_by").notNull(),
		chosen: uuid("chosen").$type<WorkerId>(),
		/** Whom the deciding version put first; who was taken meanwhile counts for neither. */
		decided: uuid("decided").$type<WorkerId>(),
		/** At which place the one has the other's choice; null where it was eliminated, or is not among those kept. */
		placeOfDecided: integer("place_of_decided"),
		placeOfChosen: integer("place_of_chosen"),
		/** What went wrong, if the version could not say. */
		trouble: text("trouble"),
		at: instant("at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.order, table.match, table.pipelineVersion] }),
		index("shadow_results_pipeline").on(table.pipelineVersion, table.at),
	],
);
