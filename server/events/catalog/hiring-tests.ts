import { z } from "zod";
import { applicationId, assessmentId, attemptId, testId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";
import { instantText } from "./_parts";

/** Whom to write to. */
const candidate = { name: z.string(), email: z.string(), locale: z.enum(["en", "ru"]) };

/** The link is derived from the assessment and the number of its link when a message is rendered. */
export const assessmentAssigned = defineEvent("hiring/assessment.assigned", {
	version: 1,
	meaning: "A candidate is asked to take these tests, behind this link.",
	schema: z.object({
		assessmentId,
		applicationId,
		linkVersion: z.int().positive(),
		...candidate,
		tests: z.int().positive(),
		minutes: z.int().positive(),
		dueAt: instantText,
	}),
	subjects: ["applicationId", "assessmentId"],
	personal: ["name", "email"],
});

export const attemptStarted = defineEvent("hiring/attempt.started", {
	version: 1,
	meaning: "A candidate has begun a test, and has until then.",
	schema: z.object({ attemptId, applicationId, testId, deadline: instantText }),
	subjects: ["applicationId", "attemptId", "testId"],
});

export const attemptSubmitted = defineEvent("hiring/attempt.submitted", {
	version: 1,
	meaning: "A test was handed in, or its time was up.",
	schema: z.object({ attemptId, applicationId, testId, closedBy: z.enum(["candidate", "time", "office"]) }),
	subjects: ["applicationId", "attemptId", "testId"],
});

export const assessmentSubmitted = defineEvent("hiring/assessment.submitted", {
	version: 1,
	meaning: "A candidate has taken the last of the assigned tests.",
	schema: z.object({ assessmentId, applicationId, ...candidate }),
	subjects: ["applicationId", "assessmentId"],
	personal: ["name", "email"],
});

/** `number` counts the results of one attempt: a regrade is the next. */
export const attemptGraded = defineEvent("hiring/attempt.graded", {
	version: 1,
	meaning: "A test is wholly graded.",
	schema: z.object({ attemptId, applicationId, testId, number: z.int().positive() }),
	subjects: ["applicationId", "attemptId", "testId"],
});

export const assessmentGraded = defineEvent("hiring/assessment.graded", {
	version: 1,
	meaning: "All tests of a candidate are graded, or graded anew.",
	schema: z.object({ assessmentId, applicationId, gradedAt: instantText }),
	subjects: ["applicationId", "assessmentId"],
});
