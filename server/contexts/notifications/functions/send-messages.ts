import type { InngestFunction } from "inngest";
import type { EventData, EventDefinition } from "@/server/events/catalog/_define";
import { bonusGranted, invoiceIssued, payoutPaid, payoutRejected } from "@/server/events/catalog/billing";
import {
	collectionFailed,
	creditGranted,
	disputeNoted,
	invoiceOverdue,
	invoicePaid,
	refundFailed,
	refundPaid,
} from "@/server/events/catalog/billing-collections";
import {
	cancellationRefused,
	jobCancelled,
	jobCompleted,
	jobCorrected,
	jobFailed,
	jobOverdue,
	jobReleased,
} from "@/server/events/catalog/execution";
import { workerChanged } from "@/server/events/catalog/hiring";
import {
	applicationSubmitted,
	applicationWithdrawn,
	candidateContacted,
	candidateRejected,
	reminderDue,
} from "@/server/events/catalog/hiring-applications";
import { assessmentAssigned, assessmentSubmitted } from "@/server/events/catalog/hiring-tests";
import { matchWaiting } from "@/server/events/catalog/matching";
import { orderAssigned, orderPlaced, orderUnassigned } from "@/server/events/catalog/ordering";
import { kitReady } from "@/server/events/catalog/supplies";
import { reaction } from "@/server/inngest/define";
import type { Ctx } from "@/server/platform/context";
import type { Queued } from "../commands/queue-messages";
import { sendMessage } from "../commands/send-message";
import { tellOfFailedCollection, tellOfOverdue, tellOfPayment } from "../commands/tell-of-collections";
import { tellOfCancelling, tellOfCompletion, tellOfCorrection, tellOfFailure } from "../commands/tell-of-endings";
import {
	tellOfApplication,
	tellOfContact,
	tellOfReminder,
	tellOfTurningDown,
	tellOfWithdrawal,
} from "../commands/tell-of-hiring";
import { tellOfBonus, tellOfInvoice, tellOfPayout, tellOfRejection } from "../commands/tell-of-money";
import {
	tellOfAssignment,
	tellOfPlacing,
	tellOfRefusal,
	tellOfUnassignment,
	tellOfWaiting,
	tellOfWithdrawnJob,
} from "../commands/tell-of-orders";
import { tellOfDispute, tellOfFailedRefund, tellOfRefund, tellOfWaiver } from "../commands/tell-of-refunds";
import { tellOfSubmission, tellOfTests } from "../commands/tell-of-tests";
import { tellOfDelay, tellOfKit, welcomeWorker } from "../commands/tell-of-work";

/** Writes the messages about an event, then sends each by itself: one that can't be sent holds up no other. */
const telling = <Definition extends EventDefinition>(
	id: `notifications/${string}`,
	on: Definition,
	tell: (ctx: Ctx, data: EventData<Definition>) => Promise<Queued>,
): InngestFunction.Any =>
	reaction({
		id,
		on,
		run: async ({ ctx, data, step }) => {
			const { messageIds } = await step.run("write", () => tell(ctx, data));
			await Promise.all(
				messageIds.map((messageId) => step.run(`send-${messageId}`, () => sendMessage(ctx, { messageId }))),
			);
		},
	});

export const sendMessages = [
	telling("notifications/tell-of-placing", orderPlaced, tellOfPlacing),
	telling("notifications/tell-of-assignment", orderAssigned, tellOfAssignment),
	telling("notifications/tell-of-unassignment", orderUnassigned, tellOfUnassignment),
	telling("notifications/tell-of-withdrawn-job", jobReleased, tellOfWithdrawnJob),
	telling("notifications/tell-of-waiting", matchWaiting, tellOfWaiting),
	telling("notifications/tell-of-refusal", cancellationRefused, tellOfRefusal),
	telling("notifications/tell-of-completion", jobCompleted, tellOfCompletion),
	telling("notifications/tell-of-failure", jobFailed, tellOfFailure),
	telling("notifications/tell-of-cancelling", jobCancelled, tellOfCancelling),
	telling("notifications/tell-of-correction", jobCorrected, tellOfCorrection),
	telling("notifications/tell-of-kit", kitReady, tellOfKit),
	telling("notifications/tell-of-delay", jobOverdue, tellOfDelay),
	telling("notifications/tell-of-invoice", invoiceIssued, tellOfInvoice),
	telling("notifications/tell-of-payment", invoicePaid, tellOfPayment),
	telling("notifications/tell-of-failed-collection", collectionFailed, tellOfFailedCollection),
	telling("notifications/tell-of-overdue", invoiceOverdue, tellOfOverdue),
	telling("notifications/tell-of-waiver", creditGranted, tellOfWaiver),
	telling("notifications/tell-of-refund", refundPaid, tellOfRefund),
	telling("notifications/tell-of-failed-refund", refundFailed, tellOfFailedRefund),
	telling("notifications/tell-of-dispute", disputeNoted, tellOfDispute),
	telling("notifications/tell-of-bonus", bonusGranted, tellOfBonus),
	telling("notifications/tell-of-payout", payoutPaid, tellOfPayout),
	telling("notifications/tell-of-rejection", payoutRejected, tellOfRejection),
	telling("notifications/tell-of-application", applicationSubmitted, tellOfApplication),
	telling("notifications/tell-of-tests", assessmentAssigned, tellOfTests),
	telling("notifications/tell-of-submission", assessmentSubmitted, tellOfSubmission),
	telling("notifications/tell-of-contact", candidateContacted, tellOfContact),
	telling("notifications/tell-of-turning-down", candidateRejected, tellOfTurningDown),
	telling("notifications/tell-of-withdrawal", applicationWithdrawn, tellOfWithdrawal),
	telling("notifications/tell-of-reminder", reminderDue, tellOfReminder),
	telling("notifications/welcome-worker", workerChanged, welcomeWorker),
];
