import { z } from "zod";
import { attemptId, testId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { prose } from "@/server/kernel/text";

export const gradingInput = z.object({ attemptId });

const criterion = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Points for each criterion of the rubric, in halves. Whoever thinks again grades again; the last one counts. */
export const gradeAnswerInput = z.object({
	attemptId,
	question: criterion,
	criteria: z.record(criterion, z.number().min(0).max(100)),
	note: prose(2000),
});

/** Answers that wait for somebody to look at them, the longest waiting first. */
export const gradingList = defineList({
	name: "grading",
	filters: {
		testId,
		/** Whether it waits for me, or for others only. */
		whose: z.enum(["mine", "others"]),
		/** A part of the candidate's name. */
		search: prose(100),
	},
	sorts: { submitted: ["instant", "id"] },
	sort: "submitted",
	order: "asc",
});
