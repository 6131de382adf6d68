import { decideCancellationOnRequest } from "./decide-cancellation";
import { decideReplacementOnRequest } from "./decide-replacement";
import { followAssignment } from "./follow-assignment";
import { followOrder } from "./follow-order";
import { keepWorkerOnWorkerChanged } from "./keep-worker";
import { recordKitIssued, recordKitIssueUndone } from "./record-kit";

export const executionFunctions = [
	followOrder,
	followAssignment,
	decideCancellationOnRequest,
	decideReplacementOnRequest,
	keepWorkerOnWorkerChanged,
	recordKitIssued,
	recordKitIssueUndone,
];
