import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	numeric,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type {
	AccountId,
	ApplicationId,
	AssessmentId,
	AttemptId,
	TestId,
	TestSetId,
	VacancyId,
} from "@/server/kernel/ids";
import { instant } from "./_shared";
import { hiring } from "./hiring";
import { applications, vacancies } from "./hiring-applications";

type Words = { en: string; ru: string };

/** Points of a test, to the hundredth. */
const points = (name: string) => numeric(name, { precision: 9, scale: 2, mode: "number" });

/** The test library. What is worked on is the draft; candidates get published versions only. */
export const tests = hiring.table(
	"tests",
	{
		id: uuid("id").$type<TestId>().primaryKey(),
		name: jsonb("name").$type<Words>().notNull(),
		/** Checked against the contract whenever it is written or read. */
		draft: jsonb("draft").notNull(),
		/** Grows with each saved draft, so that two editors do not overwrite each other. */
		revision: integer("revision").notNull().default(1),
		/** The version that is assigned now; null until the first is published. */
		version: integer("version"),
		active: boolean("active").notNull().default(true),
		changedAt: instant("changed_at").notNull(),
	},
	(table) => [index("tests_changed").on(table.changedAt, table.id)],
);

/** What was published stays as it was: an attempt keeps its version. Append-only. */
export const testVersions = hiring.table(
	"test_versions",
	{
		testId: uuid("test_id")
			.$type<TestId>()
			.notNull()
			.references(() => tests.id),
		version: integer("version").notNull(),
		content: jsonb("content").notNull(),
		publishedAt: instant("published_at").notNull(),
		publishedBy: jsonb("published_by").$type<ActorRef>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.testId, table.version] })],
);

/** Which tests the candidates of a vacancy take, in which order. A vacancy may have several sets, one of them the usual one. */
export const testSets = hiring.table(
	"test_sets",
	{
		id: uuid("id").$type<TestSetId>().primaryKey(),
		vacancyId: uuid("vacancy_id")
			.$type<VacancyId>()
			.notNull()
			.references(() => vacancies.id),
		name: jsonb("name").$type<Words>().notNull(),
		usual: boolean("usual").notNull(),
		active: boolean("active").notNull().default(true),
		revision: integer("revision").notNull().default(1),
		changedAt: instant("changed_at").notNull(),
	},
	(table) => [
		index("test_sets_vacancy").on(table.vacancyId),
		uniqueIndex("test_sets_one_usual").on(table.vacancyId).where(sql`${table.usual} and ${table.active}`),
	],
);

export const testSetTests = hiring.table(
	"test_set_tests",
	{
		setId: uuid("set_id")
			.$type<TestSetId>()
			.notNull()
			.references(() => testSets.id),
		position: integer("position").notNull(),
		testId: uuid("test_id")
			.$type<TestId>()
			.notNull()
			.references(() => tests.id),
	},
	(table) => [
		primaryKey({ columns: [table.setId, table.position] }),
		unique("test_set_tests_once").on(table.setId, table.testId),
		index("test_set_tests_test").on(table.testId),
	],
);

/** All that one candidate is asked to take, behind one link. */
export const assessments = hiring.table(
	"assessments",
	{
		id: uuid("id").$type<AssessmentId>().primaryKey(),
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id)
			.unique("assessments_application"),
		/** The set that it began with; the attempts say what became of it for this candidate. */
		setId: uuid("set_id")
			.$type<TestSetId>()
			.references(() => testSets.id),
		/** The link is derived from it: the next number makes every earlier link worthless. */
		linkVersion: integer("link_version").notNull().default(1),
		revokedAt: instant("revoked_at"),
		/** How much longer than others this candidate may take, in percent. */
		extraPercent: integer("extra_percent").notNull().default(0),
		assignedAt: instant("assigned_at").notNull(),
		/** Until when tests may be begun. */
		dueAt: instant("due_at").notNull(),
		submittedAt: instant("submitted_at"),
		gradedAt: instant("graded_at"),
	},
	(table) => [
		index("assessments_set").on(table.setId),
		check("assessments_extra", sql`${table.extraPercent} between 0 and 300`),
	],
);

/** One candidate's go at one test, for good at the version it was assigned in. */
export const attempts = hiring.table(
	"attempts",
	{
		id: uuid("id").$type<AttemptId>().primaryKey(),
		assessmentId: uuid("assessment_id")
			.$type<AssessmentId>()
			.notNull()
			.references(() => assessments.id),
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		testId: uuid("test_id").$type<TestId>().notNull(),
		version: integer("version").notNull(),
		/** Its place among the candidate's tests, from 1. */
		position: integer("position").notNull(),
		state: text("state", { enum: ["assigned", "running", "submitted", "graded"] })
			.notNull()
			.default("assigned"),
		/** Chooses and shuffles the questions; the same seed always gives the same paper. */
		seed: text("seed").notNull(),
		startedAt: instant("started_at"),
		/** Answers count until then, and for the grace that the policy gives to those under way. */
		deadline: instant("deadline"),
		/** The place among the sections at which the candidate is, from 0. */
		section: integer("section").notNull().default(0),
		/** Handed in: the answers that wait for somebody to look at them, and who has looked already. */
		waiting: jsonb("waiting").$type<{ question: string; graders: AccountId[] }[]>().notNull().default([]),
		submittedAt: instant("submitted_at"),
		closedBy: text("closed_by", { enum: ["candidate", "time", "office"] }),
		gradedAt: instant("graded_at"),
	},
	(table) => [
		unique("attempts_test").on(table.assessmentId, table.testId),
		index("attempts_application").on(table.applicationId),
		index("attempts_version").on(table.testId, table.version),
		index("attempts_to_grade").on(table.submittedAt, table.id).where(sql`${table.state} = 'submitted'`),
		check("attempts_started", sql`(${table.startedAt} is null) = (${table.deadline} is null)`),
		check("attempts_running", sql`${table.state} <> 'running' or ${table.startedAt} is not null`),
		check("attempts_closed", sql`(${table.submittedAt} is null) = (${table.closedBy} is null)`),
		check("attempts_submitted", sql`(${table.state} in ('assigned', 'running')) = (${table.submittedAt} is null)`),
		check("attempts_graded", sql`(${table.state} = 'graded') = (${table.gradedAt} is not null)`),
	],
);

/** When each section was open, by the server's clock. */
export const attemptSections = hiring.table(
	"attempt_sections",
	{
		attemptId: uuid("attempt_id")
			.$type<AttemptId>()
			.notNull()
			.references(() => attempts.id),
		position: integer("position").notNull(),
		openedAt: instant("opened_at").notNull(),
		deadline: instant("deadline").notNull(),
		closedAt: instant("closed_at"),
	},
	(table) => [primaryKey({ columns: [table.attemptId, table.position] })],
);

/** What the candidate answered last. A save with a smaller sequence than the kept one comes late and changes nothing. */
export const answers = hiring.table(
	"answers",
	{
		attemptId: uuid("attempt_id")
			.$type<AttemptId>()
			.notNull()
			.references(() => attempts.id),
		question: text("question").notNull(),
		value: jsonb("value").notNull(),
		sequence: bigint("sequence", { mode: "number" }).notNull(),
		savedAt: instant("saved_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.attemptId, table.question] })],
);

/** What the grader should know of how the answers came about. */
export const attemptNotes = hiring.table(
	"attempt_notes",
	{
		attemptId: uuid("attempt_id")
			.$type<AttemptId>()
			.notNull()
			.references(() => attempts.id),
		/** Made by the browser, so that a note that is sent again is the same one. */
		key: uuid("key").notNull(),
		kind: text("kind", { enum: ["left", "pasted"] }).notNull(),
		question: text("question"),
		/** How long the page was left, in seconds, or how much was pasted, in letters. */
		size: integer("size").notNull(),
		notedAt: instant("noted_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.attemptId, table.key] })],
);

/** What a person gave for an answer, by the rubric. Whoever thinks again writes the next number; the last one counts. */
export const grades = hiring.table(
	"grades",
	{
		attemptId: uuid("attempt_id")
			.$type<AttemptId>()
			.notNull()
			.references(() => attempts.id),
		question: text("question").notNull(),
		grader: uuid("grader").$type<AccountId>().notNull(),
		number: integer("number").notNull(),
		graderName: text("grader_name").notNull(),
		points: points("points").notNull(),
		/** Points by criterion of the rubric. */
		criteria: jsonb("criteria").$type<Record<string, number>>().notNull(),
		note: text("note").notNull(),
		gradedAt: instant("graded_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.attemptId, table.question, table.grader, table.number] }),
		index("grades_grader").on(table.grader, table.gradedAt),
	],
);

/** What a wholly graded attempt came to. A regrade is the next number, so that what was known when stays known. Append-only. */
export const attemptResults = hiring.table(
	"attempt_results",
	{
		attemptId: uuid("attempt_id")
			.$type<AttemptId>()
			.notNull()
			.references(() => attempts.id),
		number: integer("number").notNull(),
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		testId: uuid("test_id").$type<TestId>().notNull(),
		version: integer("version").notNull(),
		points: points("points").notNull(),
		maxPoints: points("max_points").notNull(),
		/** Never less than 0 and never more than the maximum, weighed. */
		traits: jsonb("traits").$type<Record<string, { points: number; max: number }>>().notNull(),
		gradedAt: instant("graded_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.attemptId, table.number] }),
		index("attempt_results_application").on(table.applicationId, table.gradedAt),
		check("attempt_results_points", sql`${table.points} between 0 and ${table.maxPoints}`),
	],
);
