import { drawUpScorecardOnAssessmentGraded } from "./draw-up-scorecard";
import { eraseExpired } from "./erase-expired";
import { expireAttemptWhenTimeIsUp } from "./expire-attempt";
import {
	learnPerformanceOnCancelled,
	learnPerformanceOnCompleted,
	learnPerformanceOnCorrected,
	learnPerformanceOnFailed,
	learnPerformanceOnRated,
} from "./learn-performance";
import { receiveApplicationOnSubmitted } from "./receive-application";
import { remindManagers } from "./remind-managers";

export const hiringFunctions = [
	receiveApplicationOnSubmitted,
	remindManagers,
	eraseExpired,
	drawUpScorecardOnAssessmentGraded,
	expireAttemptWhenTimeIsUp,
	learnPerformanceOnCompleted,
	learnPerformanceOnFailed,
	learnPerformanceOnCancelled,
	learnPerformanceOnCorrected,
	learnPerformanceOnRated,
];
