import { drawUpScorecardOnAssessmentGraded } from "./draw-up-scorecard";
import { expireAttemptWhenTimeIsUp } from "./expire-attempt";
import {
	learnPerformanceOnCancelled,
	learnPerformanceOnCompleted,
	learnPerformanceOnCorrected,
	learnPerformanceOnFailed,
	learnPerformanceOnRated,
} from "./learn-performance";

export const hiringFunctions = [
	drawUpScorecardOnAssessmentGraded,
	expireAttemptWhenTimeIsUp,
	learnPerformanceOnCompleted,
	learnPerformanceOnFailed,
	learnPerformanceOnCancelled,
	learnPerformanceOnCorrected,
	learnPerformanceOnRated,
];
