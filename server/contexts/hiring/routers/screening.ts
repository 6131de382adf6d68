import { managers } from "@/server/trpc/procedures";
import { activateRule } from "../commands/activate-rule";
import { beginExperiment } from "../commands/begin-experiment";
import { saveRule } from "../commands/save-rule";
import { stopExperiment } from "../commands/stop-experiment";
import {
	activateRuleInput,
	beginExperimentInput,
	experimentInput,
	replayRuleInput,
	saveRuleInput,
	scorecardInput,
	screeningInput,
	stopExperimentInput,
} from "../contracts/screening";
import { getExperiment } from "../queries/get-experiment";
import { getReplay } from "../queries/get-replay";
import { getScorecard } from "../queries/get-scorecard";
import { getScreening } from "../queries/get-screening";
import { listExperiments } from "../queries/list-experiments";

/** How candidates are judged: for managers alone, for it is a trade secret. */
export const screeningProcedures = {
	scorecard: managers.input(scorecardInput).query(({ ctx, input }) => getScorecard(ctx, input)),
	screening: managers.input(screeningInput).query(({ ctx, input }) => getScreening(ctx, input)),
	saveRule: managers.input(saveRuleInput).mutation(({ ctx, input }) => saveRule(ctx, input)),
	activateRule: managers.input(activateRuleInput).mutation(({ ctx, input }) => activateRule(ctx, input)),
	replayRule: managers.input(replayRuleInput).query(({ ctx, input }) => getReplay(ctx, input)),
	listExperiments: managers.input(screeningInput).query(({ ctx, input }) => listExperiments(ctx, input)),
	getExperiment: managers.input(experimentInput).query(({ ctx, input }) => getExperiment(ctx, input)),
	beginExperiment: managers.input(beginExperimentInput).mutation(({ ctx, input }) => beginExperiment(ctx, input)),
	stopExperiment: managers.input(stopExperimentInput).mutation(({ ctx, input }) => stopExperiment(ctx, input)),
};
