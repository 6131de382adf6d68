import { render } from "@react-email/render";
import { type Addressee, makeLetter } from "./_components/letter";
import { type Mail, MailPage } from "./_components/mail";
import { applicationReceived } from "./application-received";
import { applicationWithdrawn } from "./application-withdrawn";
import { assessmentAssigned } from "./assessment-assigned";
import { assessmentReceived } from "./assessment-received";
import { bonusGranted } from "./bonus-granted";
import { cancellationRefused } from "./cancellation-refused";
import { candidateContacted } from "./candidate-contacted";
import { candidateRejected } from "./candidate-rejected";
import { candidateReminderOffice } from "./candidate-reminder-office";
import { chargeWaived } from "./charge-waived";
import { collectionFailed } from "./collection-failed";
import { earningCorrected } from "./earning-corrected";
import { endingCorrected } from "./ending-corrected";
import { invoiceIssued } from "./invoice-issued";
import { invoiceOverdue } from "./invoice-overdue";
import { invoicePaid } from "./invoice-paid";
import { jobAssigned } from "./job-assigned";
import { jobCancelled } from "./job-cancelled";
import { jobCompleted } from "./job-completed";
import { jobFailed } from "./job-failed";
import { jobFailedOffice } from "./job-failed-office";
import { jobOverdue } from "./job-overdue";
import { jobPenalty } from "./job-penalty";
import { jobWithdrawn } from "./job-withdrawn";
import { kitReady } from "./kit-ready";
import { orderAssigned } from "./order-assigned";
import { orderCancelled } from "./order-cancelled";
import { orderPlaced } from "./order-placed";
import { orderUnassigned } from "./order-unassigned";
import { orderWaiting } from "./order-waiting";
import { paymentDisputedOffice } from "./payment-disputed-office";
import { payoutPaid } from "./payout-paid";
import { payoutRejected } from "./payout-rejected";
import { payoutRejectedOffice } from "./payout-rejected-office";
import { refundFailed } from "./refund-failed";
import { refundPaid } from "./refund-paid";
import { workerWelcome } from "./worker-welcome";

/** Every message of the house, by the name of its file. */
const mails = {
	"application-received": applicationReceived,
	"application-withdrawn": applicationWithdrawn,
	"assessment-assigned": assessmentAssigned,
	"assessment-received": assessmentReceived,
	"bonus-granted": bonusGranted,
	"candidate-contacted": candidateContacted,
	"candidate-rejected": candidateRejected,
	"candidate-reminder-office": candidateReminderOffice,
	"cancellation-refused": cancellationRefused,
	"charge-waived": chargeWaived,
	"collection-failed": collectionFailed,
	"earning-corrected": earningCorrected,
	"ending-corrected": endingCorrected,
	"invoice-issued": invoiceIssued,
	"invoice-overdue": invoiceOverdue,
	"invoice-paid": invoicePaid,
	"job-assigned": jobAssigned,
	"job-withdrawn": jobWithdrawn,
	"job-cancelled": jobCancelled,
	"job-completed": jobCompleted,
	"job-failed": jobFailed,
	"job-failed-office": jobFailedOffice,
	"job-overdue": jobOverdue,
	"job-penalty": jobPenalty,
	"kit-ready": kitReady,
	"order-assigned": orderAssigned,
	"order-cancelled": orderCancelled,
	"order-placed": orderPlaced,
	"order-unassigned": orderUnassigned,
	"order-waiting": orderWaiting,
	"payment-disputed-office": paymentDisputedOffice,
	"payout-paid": payoutPaid,
	"payout-rejected": payoutRejected,
	"payout-rejected-office": payoutRejectedOffice,
	"refund-failed": refundFailed,
	"refund-paid": refundPaid,
	"worker-welcome": workerWelcome,
};

export type MailName = keyof typeof mails;

/** What a message tells of. */
export type Told<Name extends MailName> = (typeof mails)[Name] extends Mail<infer What> ? What : never;

/** A message's name with what it tells of. */
export type News = { [Name in MailName]: { mail: Name; told: Told<Name> } }[MailName];

export const mailNames = Object.keys(mails) as MailName[];

/** Writes a message to a person: subject, HTML and plain text in the person's language. */
export async function writeMail(
	{ mail, told }: News,
	addressee: Addressee,
): Promise<{ subject: string; html: string; text: string }> {
	const { subject, heading, body } = mails[mail] as Mail<typeof told>;
	const letter = makeLetter(addressee);
	const page = (
		<MailPage letter={letter} heading={heading(letter, told)}>
			{body(letter, told)}
		</MailPage>
	);
	return { subject: subject(letter, told), html: await render(page), text: await render(page, { plainText: true }) };
}
