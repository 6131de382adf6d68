import { z } from "zod";
import { attemptId } from "@/server/kernel/ids";
import { moment } from "@/server/kernel/text";
import { answerValue } from "../domain/answer";

export type { AnswerOf, AnswerValue } from "../domain/answer";
export { isAnswered } from "../domain/answer";

/** What the candidate's link ends in. */
const token = z.string().regex(/^[A-Za-z0-9_-]{22}~\d{1,9}~[A-Za-z0-9_-]{43}$/);

export const assessmentInput = z.object({ token });
export const attemptInput = z.object({ token, attemptId });

const alias = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * What has been answered since, all at once. `sequence` grows with each change of one answer, on whatever device: what comes
 * late or again loses against what is newer.
 */
export const saveAnswersInput = z.object({
	token,
	attemptId,
	answers: z.array(z.object({ question: alias, sequence: z.int().min(1).max(9e15), value: answerValue })).max(60),
	/** What the grader should know. `key` is made by the browser. */
	notes: z
		.array(
			z.object({
				key: z.uuid(),
				kind: z.enum(["left", "pasted"]),
				question: alias.nullable(),
				size: z.int().min(0).max(1_000_000),
				at: moment,
			}),
		)
		.max(60),
});

/** Closes the section at which the candidate is and opens the next; after the last one the test is handed in. */
export const finishSectionInput = z.object({ token, attemptId, section: z.int().min(0).max(11) });
