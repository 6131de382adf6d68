import { drawUpScorecardOnAssessmentGraded } from "./draw-up-scorecard";
import { expireAttemptWhenTimeIsUp } from "./expire-attempt";
import {
	learnPerformanceOnCancelled,
	learnPerformanceOnCompleted,
	learnPerformanceOnCorrected,
	learnPerformanceOnFailed,
	learnPerformanceOnRated,
} from "./learn-performance";
import { receiveApplicationOnSubmitted } from "./receive-application";

export const hiringFunctions = [
	receiveApplicationOnSubmitted,
	drawUpScorecardOnAssessmentGraded,
	expireAttemptWhenTimeIsUp,
	learnPerformanceOnCompleted,
	learnPerformanceOnFailed,
	learnPerformanceOnCancelled,
	learnPerformanceOnCorrected,
	learnPerformanceOnRated,
];
