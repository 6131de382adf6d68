import { assignWorkerOnWorkerMatched } from "./assign-worker";
import { mirrorCancellationOnJobCancelled } from "./mirror-cancellation";
import { mirrorCompletionOnJobCompleted } from "./mirror-completion";
import { mirrorCorrectionOnJobCorrected } from "./mirror-correction";
import { mirrorFailureOnJobFailed } from "./mirror-failure";
import { mirrorStartOnJobStarted } from "./mirror-start";
import { noteRefusalOnCancellationRefused } from "./note-refusal";
import { noteWaitingOnMatchWaiting } from "./note-waiting";
import { replicateWorkerOnWorkerChanged } from "./replicate-worker";
import { unassignWorkerOnJobReleased } from "./unassign-worker";

export const orderingFunctions = [
	assignWorkerOnWorkerMatched,
	noteWaitingOnMatchWaiting,
	mirrorStartOnJobStarted,
	mirrorCompletionOnJobCompleted,
	mirrorFailureOnJobFailed,
	mirrorCancellationOnJobCancelled,
	mirrorCorrectionOnJobCorrected,
	unassignWorkerOnJobReleased,
	noteRefusalOnCancellationRefused,
	replicateWorkerOnWorkerChanged,
];
