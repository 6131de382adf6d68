import { bakeSandboxCookieOnAccepted } from "./bake-sandbox-cookie";
import { giveUpCookieOnKitRequested } from "./give-up-cookie";
import { keepServiceTypeOnServiceTypeChanged } from "./keep-service-type";
import { keepWorkerOnWorkerChanged } from "./keep-worker";
import { markUsedOnJobCompleted } from "./mark-used";
import { orderCookieOnKitRequested } from "./order-cookie";
import { recordStartOnJobStarted } from "./record-start";
import { requestKitOnOrderAssigned } from "./request-kit";
import { returnCancelledKitOnJobCancelled } from "./return-cancelled-kit";
import { returnFailedKitOnJobFailed } from "./return-failed-kit";
import { returnUnassignedKitOnOrderUnassigned } from "./return-unassigned-kit";
import { settleCorrectedKitOnJobCorrected } from "./settle-corrected-kit";

export const suppliesFunctions = [
	keepServiceTypeOnServiceTypeChanged,
	keepWorkerOnWorkerChanged,
	requestKitOnOrderAssigned,
	orderCookieOnKitRequested,
	giveUpCookieOnKitRequested,
	recordStartOnJobStarted,
	returnUnassignedKitOnOrderUnassigned,
	markUsedOnJobCompleted,
	returnFailedKitOnJobFailed,
	returnCancelledKitOnJobCancelled,
	settleCorrectedKitOnJobCorrected,
	bakeSandboxCookieOnAccepted,
];
