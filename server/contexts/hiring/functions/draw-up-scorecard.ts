import { assessmentGraded } from "@/server/events/catalog/hiring-tests";
import { reaction } from "@/server/inngest/define";
import { drawUpScorecard } from "../commands/draw-up-scorecard";

/** All tests of a candidate are graded, or graded anew: what do they come to? */
export const drawUpScorecardOnAssessmentGraded = reaction({
	id: "hiring/draw-up-scorecard-on-assessment-graded",
	on: assessmentGraded,
	run: async ({ ctx, data, step }) => {
		await step.run("draw up", () => drawUpScorecard(ctx, data.applicationId));
	},
});
