import { drawUpScorecardOnAssessmentGraded } from "./draw-up-scorecard";
import {
	learnPerformanceOnCancelled,
	learnPerformanceOnCompleted,
	learnPerformanceOnCorrected,
	learnPerformanceOnFailed,
	learnPerformanceOnRated,
} from "./learn-performance";

export const hiringFunctions = [
	drawUpScorecardOnAssessmentGraded,
	learnPerformanceOnCompleted,
	learnPerformanceOnFailed,
	learnPerformanceOnCancelled,
	learnPerformanceOnCorrected,
	learnPerformanceOnRated,
];
