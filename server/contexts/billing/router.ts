import { admins, clients, managers, router, signedIn, workers } from "@/server/trpc/procedures";
import { askGoldHat } from "./commands/ask-gold-hat";
import { askRuling } from "./commands/ask-ruling";
import { beginCard } from "./commands/begin-card";
import { chooseMethod } from "./commands/choose-method";
import { closeDispute } from "./commands/close-dispute";
import { confirmRefund } from "./commands/confirm-refund";
import { confirmTransfer } from "./commands/confirm-transfer";
import { decideApproval } from "./commands/decide-approval";
import { grantBonus } from "./commands/grant-bonus";
import { payInvoice } from "./commands/pay-invoice";
import { recordOpeningBalance } from "./commands/record-opening-balance";
import { resolvePayment } from "./commands/resolve-payment";
import { resolveRefund } from "./commands/resolve-refund";
import { retryPayout } from "./commands/retry-payout";
import { setPayoutAccount } from "./commands/set-payout-account";
import { waiveCharge } from "./commands/waive-charge";
import {
	approvalsList,
	askRulingInput,
	beginCardInput,
	bonusesList,
	chooseMethodInput,
	closeDisputeInput,
	comingInvoicesList,
	confirmRefundInput,
	confirmTransferInput,
	decideApprovalInput,
	grantBonusInput,
	invoiceInput,
	invoicesInput,
	ledgerList,
	officeClientInput,
	officeInvoicesList,
	officeWorkerInput,
	openingBalanceInput,
	orderInput,
	pageInput,
	payInvoiceInput,
	payoutAccountInput,
	payoutInput,
	payoutsInput,
	payoutsList,
	resolvePaymentInput,
	resolveRefundInput,
	retryPayoutInput,
	sealsList,
	transactionInput,
	waiveChargeInput,
} from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getBooksCheck } from "./queries/get-books-check";
import { getClientStatement } from "./queries/get-client-statement";
import { getDiscountProgress } from "./queries/get-discount-progress";
import { getInvoice } from "./queries/get-invoice";
import { getLedgerTransaction } from "./queries/get-ledger-transaction";
import { getOfficeClient } from "./queries/get-office-client";
import { getOfficeInvoice } from "./queries/get-office-invoice";
import { getOfficeOrder } from "./queries/get-office-order";
import { getOfficeWorker } from "./queries/get-office-worker";
import { getOwedThisWeek } from "./queries/get-owed-this-week";
import { getPaymentMethod } from "./queries/get-payment-method";
import { getPayout, getPayoutTransfers } from "./queries/get-payout";
import { getPayoutAccount } from "./queries/get-payout-account";
import { getWeeks } from "./queries/get-weeks";
import { getWorkerMonth } from "./queries/get-worker-month";
import { getWorkerStatement } from "./queries/get-worker-statement";
import { countApprovals, listApprovals } from "./queries/list-approvals";
import { countBonuses, listBonuses } from "./queries/list-bonuses";
import { countComingInvoices, getComingWeek, listComingInvoices } from "./queries/list-coming-invoices";
import { listInvoices } from "./queries/list-invoices";
import { countLedger, listLedger, listLedgerWords } from "./queries/list-ledger";
import { countOfficeInvoices, listOfficeInvoices } from "./queries/list-office-invoices";
import { countOfficePayouts, listOfficePayouts } from "./queries/list-office-payouts";
import { listPayouts } from "./queries/list-payouts";
import { listSeals } from "./queries/list-seals";

export const billingRouter = router({
	owedThisWeek: clients.query(({ ctx }) => getOwedThisWeek(ctx)),
	discountProgress: clients.query(({ ctx }) => getDiscountProgress(ctx)),
	listInvoices: clients.input(invoicesInput).query(({ ctx, input }) => listInvoices(ctx, input)),
	getInvoice: signedIn.input(invoiceInput).query(({ ctx, input }) => getInvoice(ctx, input)),
	clientStatement: clients.input(pageInput).query(({ ctx, input }) => getClientStatement(ctx, input)),
	chooseMethod: clients.input(chooseMethodInput).mutation(({ ctx, input }) => chooseMethod(ctx, input)),
	beginCard: clients.input(beginCardInput).mutation(({ ctx, input }) => beginCard(ctx, input)),
	payInvoice: clients.input(payInvoiceInput).mutation(({ ctx, input }) => payInvoice(ctx, input)),
	paymentMethod: clients.query(({ ctx }) => getPaymentMethod(ctx)),
	workerMonth: workers.query(({ ctx }) => getWorkerMonth(ctx)),
	workerStatement: workers.input(pageInput).query(({ ctx, input }) => getWorkerStatement(ctx, input)),
	ledger: managers.input(ledgerList.input).query(({ ctx, input }) => listLedger(ctx, input)),
	ledgerCount: managers.input(ledgerList.filtersOnly).query(({ ctx, input }) => countLedger(ctx, input)),
	ledgerWords: managers.query(({ ctx }) => listLedgerWords(ctx)),
	transaction: managers.input(transactionInput).query(({ ctx, input }) => getLedgerTransaction(ctx, input)),
	seals: managers.input(sealsList.input).query(({ ctx, input }) => listSeals(ctx, input)),
	checkBooks: managers.query(({ ctx }) => getBooksCheck(ctx)),
	comingInvoices: managers.input(comingInvoicesList.input).query(({ ctx, input }) => listComingInvoices(ctx, input)),
	comingInvoicesCount: managers
		.input(comingInvoicesList.filtersOnly)
		.query(({ ctx, input }) => countComingInvoices(ctx, input)),
	comingWeek: managers.query(({ ctx }) => getComingWeek(ctx)),
	officeInvoices: managers.input(officeInvoicesList.input).query(({ ctx, input }) => listOfficeInvoices(ctx, input)),
	officeInvoicesCount: managers
		.input(officeInvoicesList.filtersOnly)
		.query(({ ctx, input }) => countOfficeInvoices(ctx, input)),
	officeInvoice: managers.input(invoiceInput).query(({ ctx, input }) => getOfficeInvoice(ctx, input)),
	confirmTransfer: managers.input(confirmTransferInput).mutation(({ ctx, input }) => confirmTransfer(ctx, input)),
	waiveCharge: managers.input(waiveChargeInput).mutation(({ ctx, input }) => waiveCharge(ctx, input)),
	resolvePayment: managers.input(resolvePaymentInput).mutation(({ ctx, input }) => resolvePayment(ctx, input)),
	askRuling: managers.input(askRulingInput).mutation(({ ctx, input }) => askRuling(ctx, input)),
	closeDispute: managers.input(closeDisputeInput).mutation(({ ctx, input }) => closeDispute(ctx, input)),
	confirmRefund: managers.input(confirmRefundInput).mutation(({ ctx, input }) => confirmRefund(ctx, input)),
	resolveRefund: managers.input(resolveRefundInput).mutation(({ ctx, input }) => resolveRefund(ctx, input)),
	weeks: managers.query(({ ctx }) => getWeeks(ctx)),
	officeClient: managers.input(officeClientInput).query(({ ctx, input }) => getOfficeClient(ctx, input)),
	officeOrder: managers.input(orderInput).query(({ ctx, input }) => getOfficeOrder(ctx, input)),
	grantBonus: managers.input(grantBonusInput).mutation(({ ctx, input }) => grantBonus(ctx, input)),
	decideApproval: managers.input(decideApprovalInput).mutation(({ ctx, input }) => decideApproval(ctx, input)),
	listPayouts: workers.input(payoutsInput).query(({ ctx, input }) => listPayouts(ctx, input)),
	getPayout: signedIn.input(payoutInput).query(({ ctx, input }) => getPayout(ctx, input)),
	payoutTransfers: managers.input(payoutInput).query(({ ctx, input }) => getPayoutTransfers(ctx, input)),
	officePayouts: managers.input(payoutsList.input).query(({ ctx, input }) => listOfficePayouts(ctx, input)),
	officePayoutsCount: managers.input(payoutsList.filtersOnly).query(({ ctx, input }) => countOfficePayouts(ctx, input)),
	bonuses: managers.input(bonusesList.input).query(({ ctx, input }) => listBonuses(ctx, input)),
	bonusesCount: managers.input(bonusesList.filtersOnly).query(({ ctx, input }) => countBonuses(ctx, input)),
	approvals: managers.input(approvalsList.input).query(({ ctx, input }) => listApprovals(ctx, input)),
	approvalsCount: managers.input(approvalsList.filtersOnly).query(({ ctx, input }) => countApprovals(ctx, input)),
	attention: managers.query(({ ctx }) => getAttention(ctx)),
	officeWorker: managers.input(officeWorkerInput).query(({ ctx, input }) => getOfficeWorker(ctx, input)),
	payoutAccount: workers.query(({ ctx }) => getPayoutAccount(ctx)),
	setPayoutAccount: workers.input(payoutAccountInput).mutation(({ ctx, input }) => setPayoutAccount(ctx, input)),
	askGoldHat: managers.input(payoutInput).mutation(({ ctx, input }) => askGoldHat(ctx, input)),
	retryPayout: managers.input(retryPayoutInput).mutation(({ ctx, input }) => retryPayout(ctx, input)),
	recordOpeningBalance: admins
		.input(openingBalanceInput)
		.mutation(({ ctx, input }) => recordOpeningBalance(ctx, input)),
});
