import { correctEndingOnCorrected } from "./correct-ending";
import { mirrorAccountOnAccountChanged } from "./mirror-account";
import { noteTermsOnOrderAssigned } from "./note-terms";
import { postEndingOnCancelled, postEndingOnCompleted, postEndingOnFailed } from "./post-ending";
import { runMonths } from "./run-months";
import { runWeeks } from "./run-weeks";
import { sealDays } from "./seal-days";

export const billingFunctions = [
	mirrorAccountOnAccountChanged,
	noteTermsOnOrderAssigned,
	postEndingOnCompleted,
	postEndingOnFailed,
	postEndingOnCancelled,
	correctEndingOnCorrected,
	runWeeks,
	runMonths,
	sealDays,
];
