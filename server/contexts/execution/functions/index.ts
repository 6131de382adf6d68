import { decideCancellationOnRequest } from "./decide-cancellation";
import { followAssignment } from "./follow-assignment";
import { followOrder } from "./follow-order";
import { keepWorkerOnWorkerChanged } from "./keep-worker";
import { recordKitIssued, recordKitIssueUndone } from "./record-kit";

export const executionFunctions = [
	followOrder,
	followAssignment,
	decideCancellationOnRequest,
	keepWorkerOnWorkerChanged,
	recordKitIssued,
	recordKitIssueUndone,
];
