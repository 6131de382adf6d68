import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	primaryKey,
	smallint,
	text,
	unique,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { ApplicationId, ExperimentId, OrderId, TestSetId, VacancyId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";
import { hiring } from "./hiring";
import { applications, vacancies } from "./hiring-applications";
import { testSets } from "./hiring-tests";

const vacancy = () =>
	uuid("vacancy_id")
		.$type<VacancyId>()
		.notNull()
		.references(() => vacancies.id);
const application = () =>
	uuid("application_id")
		.$type<ApplicationId>()
		.notNull()
		.references(() => applications.id);

/** Rules of screening as data, by vacancy and version, from 1. Append-only: a change is the next version. */
export const screeningRules = hiring.table(
	"screening_rules",
	{
		vacancyId: vacancy(),
		version: integer("version").notNull(),
		name: text("name").notNull(),
		/** Checked against the schema whenever it is written or read. */
		rule: jsonb("rule").notNull(),
		/** The version that it was made of; 0 is the standard. */
		basedOn: integer("based_on").notNull(),
		author: jsonb("author").$type<ActorRef>().notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.vacancyId, table.version] })],
);

/** Which version of a vacancy's rule came into force when: the one with the highest number is. Version 0 is the standard. Append-only. */
export const screeningActivations = hiring.table(
	"screening_activations",
	{
		vacancyId: vacancy(),
		number: integer("number").notNull(),
		version: integer("version").notNull(),
		reason: text("reason").notNull(),
		by: jsonb("by").$type<ActorRef>().notNull(),
		activatedAt: instant("activated_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.vacancyId, table.number] })],
);

/** An idea about screening that is tried on a random share of the applicants of a vacancy. One at a time runs for each. */
export const experiments = hiring.table(
	"experiments",
	{
		id: uuid("id").$type<ExperimentId>().primaryKey(),
		vacancyId: vacancy(),
		name: text("name").notNull(),
		question: text("question").notNull(),
		/** What it is decided by, and how large a difference, in hundredths, would be worth knowing: chosen before anything is seen. */
		outcome: text("outcome", { enum: ["accepted", "completion", "no-shows", "stars"] }).notNull(),
		worth: integer("worth").notNull(),
		state: text("state", { enum: ["running", "stopped"] })
			.notNull()
			.default("running"),
		startedAt: instant("started_at").notNull(),
		startedBy: jsonb("started_by").$type<ActorRef>().notNull(),
		stoppedAt: instant("stopped_at"),
		stoppedBy: jsonb("stopped_by").$type<ActorRef>(),
		stopReason: text("stop_reason"),
		rolledOut: text("rolled_out"),
	},
	(table) => [
		index("experiments_vacancy").on(table.vacancyId, table.startedAt),
		uniqueIndex("experiments_one_running").on(table.vacancyId).where(sql`${table.state} = 'running'`),
		check(
			"experiments_stopped",
			sql`case when ${table.state} = 'stopped' then num_nulls(${table.stoppedAt}, ${table.stoppedBy}, ${table.stopReason}) = 0 else num_nonnulls(${table.stoppedAt}, ${table.stoppedBy}, ${table.stopReason}, ${table.rolledOut}) = 0 end`,
		),
	],
);

/** The variants of an experiment. The first one is what the others are held to. Append-only. */
export const experimentArms = hiring.table(
	"experiment_arms",
	{
		experimentId: uuid("experiment_id")
			.$type<ExperimentId>()
			.notNull()
			.references(() => experiments.id),
		arm: text("arm").notNull(),
		position: integer("position").notNull(),
		name: text("name").notNull(),
		/** Of all applicants of the vacancy. */
		percent: integer("percent").notNull(),
		ruleVersion: integer("rule_version").notNull(),
		/** Null: the vacancy's usual set. */
		testSetId: uuid("test_set_id")
			.$type<TestSetId>()
			.references(() => testSets.id),
	},
	(table) => [
		primaryKey({ columns: [table.experimentId, table.arm] }),
		index("experiment_arms_set").on(table.testSetId),
	],
);

/** Who is in which arm, from the first moment at which it could make a difference. Append-only. */
export const experimentMembers = hiring.table(
	"experiment_members",
	{
		experimentId: uuid("experiment_id").$type<ExperimentId>().notNull(),
		applicationId: application(),
		arm: text("arm").notNull(),
		enteredAt: instant("entered_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.experimentId, table.applicationId] }),
		index("experiment_members_application").on(table.applicationId),
		index("experiment_members_arm").on(table.experimentId, table.arm),
		foreignKey({
			columns: [table.experimentId, table.arm],
			foreignColumns: [experimentArms.experimentId, experimentArms.arm],
		}),
	],
);

type Reason = { code: string; trait?: string; score?: number; atLeast?: number; percent?: number; size?: number };

/** What a candidate's tests came to and what the rule proposed. Results graded anew make the next number. Append-only. */
export const scorecards = hiring.table(
	"scorecards",
	{
		applicationId: application(),
		number: integer("number").notNull(),
		vacancyId: vacancy(),
		/** The order in which cards of a vacancy became known. */
		sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
		/** Which results it was drawn up from. */
		basis: text("basis").notNull(),
		/** By trait, in hundredths of a point out of 100. */
		scores: jsonb("scores").$type<Record<string, number>>().notNull(),
		score: integer("score").notNull(),
		/** In hundredths: the share of the cohort that did worse, and half of those who did as well. */
		percentile: integer("percentile").notNull(),
		/** Who was tested for the vacancy after this, up to this card; itself among them. */
		cohortFrom: instant("cohort_from").notNull(),
		cohortSize: integer("cohort_size").notNull(),
		cohortAbove: integer("cohort_above").notNull(),
		cohortEqual: integer("cohort_equal").notNull(),
		ruleVersion: integer("rule_version").notNull(),
		experimentId: uuid("experiment_id").$type<ExperimentId>(),
		arm: text("arm"),
		proposal: text("proposal", { enum: ["accept", "look", "reject"] }).notNull(),
		reasons: jsonb("reasons").$type<Reason[]>().notNull(),
		/** Proposed although below the line, to see whether the line is right. */
		trial: boolean("trial").notNull(),
		drawnUpAt: instant("drawn_up_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.applicationId, table.number] }),
		unique("scorecards_basis").on(table.applicationId, table.basis),
		index("scorecards_cohort").on(table.vacancyId, table.drawnUpAt),
		index("scorecards_sequence").on(table.vacancyId, table.sequence),
		index("scorecards_experiment").on(table.experimentId, table.arm),
		foreignKey({
			columns: [table.experimentId, table.arm],
			foreignColumns: [experimentArms.experimentId, experimentArms.arm],
		}),
		check("scorecards_scale", sql`${table.score} between 0 and 10000 and ${table.percentile} between 0 and 10000`),
		check("scorecards_experiment_arm", sql`(${table.experimentId} is null) = (${table.arm} is null)`),
	],
);

/** How the jobs of workers ended, one row an ending; of an order the highest number is in force. */
export const workerEndings = hiring.table(
	"worker_endings",
	{
		orderId: uuid("order_id").$type<OrderId>().notNull(),
		ending: integer("ending").notNull(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		outcome: text("outcome", { enum: ["completed", "failed", "cancelled"] }).notNull(),
		noShow: boolean("no_show").notNull(),
		endedAt: instant("ended_at").notNull(),
		/** When hiring heard of it: a replay as of a moment before knows nothing of it. */
		heardAt: instant("heard_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.orderId, table.ending] }),
		index("worker_endings_worker").on(table.workerId),
	],
);

/** What clients said of the workers. */
export const workerRatings = hiring.table(
	"worker_ratings",
	{
		orderId: uuid("order_id").$type<OrderId>().primaryKey(),
		workerId: uuid("worker_id").$type<WorkerId>().notNull(),
		stars: smallint("stars").notNull(),
		heardAt: instant("heard_at").notNull(),
	},
	(table) => [
		index("worker_ratings_worker").on(table.workerId),
		check("worker_ratings_stars", sql`${table.stars} between 1 and 5`),
	],
);
