import { z } from "zod";
import { applicationId, experimentId, testSetId, vacancyId } from "@/server/kernel/ids";
import { count, idempotencyKey, line, moment } from "@/server/kernel/text";
import { screeningRule } from "../domain/screening-rule";

export { type ScreeningRule, screeningRule } from "../domain/screening-rule";

export const scorecardInput = z.object({ applicationId });

export const screeningInput = z.object({ vacancyId });

export const saveRuleInput = z.object({
	idempotencyKey,
	vacancyId,
	/** The version that the new one was made of; 0 is the standard. */
	basedOn: count,
	name: line(80),
	rule: screeningRule,
});

/** Puts a version into force, an earlier one as well: that is rolling back. */
export const activateRuleInput = z.object({
	vacancyId,
	version: count,
	/** The version that was in force on the screen. */
	instead: count,
	reason: line(200),
});

/** What if this rule had been in force? The rule is given as it is, so that a draft can be tried before it is saved. */
export const replayRuleInput = z.object({
	vacancyId,
	rule: screeningRule,
	/** Candidates whose scorecards were drawn up from then on. */
	from: moment.nullable(),
	/** With what was known then; null: with all that is known now. */
	asOf: moment.nullable(),
});

const arm = z.object({
	name: line(60),
	percent: z.int().min(1).max(100),
	ruleVersion: count,
	/** Null: the vacancy's usual set. */
	testSetId: testSetId.nullable(),
});

/** The first arm is what the others are held to. */
export const beginExperimentInput = z.object({
	idempotencyKey,
	vacancyId,
	name: line(80),
	question: line(300),
	outcome: z.enum(["accepted", "completion", "no-shows", "stars"]),
	/** How large a difference would be worth knowing: percentage points, or hundredths of a star. */
	worth: z.int().min(1).max(100),
	arms: z
		.array(arm)
		.min(2)
		.max(4)
		.refine((arms) => arms.reduce((sum, { percent }) => sum + percent, 0) <= 100, "more_than_all")
		.refine(differ, "arms_alike"),
});

/** No two arms try the same. */
export function differ(arms: readonly z.infer<typeof arm>[]): boolean {
	const tried = arms.map(({ ruleVersion, testSetId: set }) => `${ruleVersion}/${set}`);
	return new Set(tried).size === tried.length;
}

export const experimentInput = z.object({ experimentId });

export const stopExperimentInput = z.object({
	experimentId,
	reason: line(200),
	/** The arm whose rule, and whose test set if it has one, come into force for everybody; null: what was in force stays. */
	rollOut: z.string().max(10).nullable(),
});
