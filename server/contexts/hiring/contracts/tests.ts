import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { applicationId, assessmentId, testId, testSetId, vacancyId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { idempotencyKey, line, prose } from "@/server/kernel/text";
import { testContent } from "../domain/test-content";

export type { PublicQuestion } from "../domain/public-question";
export type { Question, QuestionKind, Section, TestContent } from "../domain/test-content";
export { testContent } from "../domain/test-content";

export const testRefusals = defineRefusals("tests", {
	unknown_trait: "BAD_REQUEST",
	nothing_changed: "BAD_REQUEST",
	not_published: "PRECONDITION_FAILED",
	/** A set names tests that are there and offered. */
	unknown_test: "BAD_REQUEST",
	no_tests: "BAD_REQUEST",
	/** The candidate has been decided on. */
	decided: "PRECONDITION_FAILED",
	link_unknown: "NOT_FOUND",
	not_begun: "PRECONDITION_FAILED",
	another_running: "PRECONDITION_FAILED",
	too_late: "PRECONDITION_FAILED",
	closed: "PRECONDITION_FAILED",
	wrong_answer_shape: "BAD_REQUEST",
	too_many_photos: "TOO_MANY_REQUESTS",
	not_for_grading: "PRECONDITION_FAILED",
	outside_rubric: "BAD_REQUEST",
	graded_by_others: "CONFLICT",
});

const revision = z.int().min(0).max(1_000_000);
const version = z.int().positive().max(1_000_000);

/** Writes down a draft; `testId` null makes a new test. `revision` is the one that was on the screen. */
export const saveTestInput = z.object({
	idempotencyKey,
	testId: testId.nullable(),
	revision,
	content: testContent,
});

/** From now on this is what is assigned; what was assigned before stays. */
export const publishTestInput = z.object({ testId, revision });

export const setTestActiveInput = z.object({ testId, active: z.boolean() });

export const getTestInput = z.object({ testId });

/** What a candidate would see: of the draft, or of a version. `paper` draws another one from the pools. */
export const previewTestInput = z.object({
	testId,
	version: version.nullable(),
	paper: z.int().min(1).max(1000),
});

const testIds = z.array(testId).max(12);

const named = { changed: ["instant", "id"], nameEn: ["text", "id"], nameRu: ["text", "id"] } as const;

/** The office's table of tests. */
export const testsList = defineList({
	name: "tests",
	filters: {
		state: z.enum(["offered", "draft", "retired"]),
		/** That it says something about. */
		trait: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
		/** A part of the name in either language. */
		search: prose(100),
	},
	sorts: named,
	sort: "changed",
	order: "desc",
});

/** The office's table of test sets. */
export const testSetsList = defineList({
	name: "test-sets",
	filters: {
		state: z.enum(["usual", "offered", "retired"]),
		vacancy: z.uuid(),
		/** A part of the name in either language. */
		search: prose(100),
	},
	sorts: named,
	sort: "changed",
	order: "desc",
});

/** `setId` null makes a new set. Where `usual`, the vacancy's usual set so far is that no longer. */
export const defineTestSetInput = z.object({
	idempotencyKey,
	setId: testSetId.nullable(),
	revision,
	vacancyId,
	name: z.object({ en: line(80), ru: line(80) }),
	usual: z.boolean(),
	active: z.boolean(),
	testIds: testIds.min(1),
});

/**
 * Which tests a candidate takes, in which order, and how much longer than others. What was begun stays, whether or not it
 * is named. Tests that are new to the candidate are mailed.
 */
export const assignTestsInput = z.object({
	applicationId,
	setId: testSetId.nullable(),
	testIds,
	extraPercent: z.int().min(0).max(300),
	/** Within how many days they may be begun. */
	days: z.int().min(1).max(90),
});

export const assessmentLinkInput = z.object({ assessmentId });
export const candidateTestsInput = z.object({ applicationId });
