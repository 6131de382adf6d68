import { z } from "zod";

/** How candidates are tested. */
export const testsPolicy = z.object({
	/** Within how many days assigned tests may be begun, unless said otherwise. */
	beginWithinDays: z.int().min(1).max(90),
	/** What a candidate has answered in time still counts when it arrives so much later. */
	answerGraceSeconds: z.int().min(0).max(600),
	/** Two graders further apart than this, in percent of what there was to give, ask for a third. */
	gradersApartPercent: z.int().min(0).max(100),
});

export const testsDefaults: z.input<typeof testsPolicy> = {
	beginWithinDays: 14,
	answerGraceSeconds: 60,
	gradersApartPercent: 25,
};
