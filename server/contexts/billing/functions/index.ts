import { answerSandboxChargeOnAccepted } from "./answer-sandbox-charge";
import { answerSandboxRefundOnAccepted } from "./answer-sandbox-refund";
import { collectInvoiceOnInvoiceIssued } from "./collect-invoice";
import { correctEndingOnCorrected } from "./correct-ending";
import { decideSandboxTransferOnAccepted } from "./decide-sandbox-transfer";
import { followTransferOnRequested } from "./follow-transfer";
import { mirrorAccountOnAccountChanged } from "./mirror-account";
import { noteTermsOnOrderAssigned } from "./note-terms";
import { payOutOnIssued } from "./pay-out";
import { postEndingOnCancelled, postEndingOnCompleted, postEndingOnFailed } from "./post-ending";
import { retryCollectionOnCollectionFailed } from "./retry-collection";
import { runMonths } from "./run-months";
import { runWeeks } from "./run-weeks";
import { sealDays } from "./seal-days";
import { settlePaymentOnPaymentBegun } from "./settle-payment";
import { settleRefundOnRefundBegun } from "./settle-refund";

export const billingFunctions = [
	mirrorAccountOnAccountChanged,
	noteTermsOnOrderAssigned,
	postEndingOnCompleted,
	postEndingOnFailed,
	postEndingOnCancelled,
	correctEndingOnCorrected,
	runWeeks,
	runMonths,
	payOutOnIssued,
	followTransferOnRequested,
	decideSandboxTransferOnAccepted,
	sealDays,
	collectInvoiceOnInvoiceIssued,
	settlePaymentOnPaymentBegun,
	retryCollectionOnCollectionFailed,
	answerSandboxChargeOnAccepted,
	settleRefundOnRefundBegun,
	answerSandboxRefundOnAccepted,
];
