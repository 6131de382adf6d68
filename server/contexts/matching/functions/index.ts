import { dropReplacementOnRefused } from "./drop-replacement";
import { forgetOldDetails } from "./forget-details";
import { learnAvailabilityOnAvailabilityChanged } from "./learn-availability";
import { learnRatingOnOrderRated } from "./learn-rating";
import { learnSampleOnWorkerChanged } from "./learn-sample";
import { matchOrderOnOrderPlaced } from "./match-order";
import { noteEndingOnCancelled, noteEndingOnCompleted, noteEndingOnCorrected, noteEndingOnFailed } from "./note-ending";
import { rematchOrderOnOrderUnassigned } from "./rematch-order";

export const matchingFunctions = [
	matchOrderOnOrderPlaced,
	rematchOrderOnOrderUnassigned,
	dropReplacementOnRefused,
	noteEndingOnCompleted,
	noteEndingOnFailed,
	noteEndingOnCancelled,
	noteEndingOnCorrected,
	learnSampleOnWorkerChanged,
	learnAvailabilityOnAvailabilityChanged,
	learnRatingOnOrderRated,
	forgetOldDetails,
];
