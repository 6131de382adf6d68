import { admins, clients, managers, router, signedIn, workers } from "@/server/trpc/procedures";
import { chooseMethod } from "./commands/choose-method";
import { decideApproval } from "./commands/decide-approval";
import { grantBonus } from "./commands/grant-bonus";
import { recordOpeningBalance } from "./commands/record-opening-balance";
import {
	chooseMethodInput,
	decideApprovalInput,
	grantBonusInput,
	invoiceInput,
	invoicesInput,
	officeClientInput,
	openingBalanceInput,
	orderInput,
	pageInput,
} from "./contracts";
import { getClientStatement } from "./queries/get-client-statement";
import { getDiscountProgress } from "./queries/get-discount-progress";
import { getInvoice } from "./queries/get-invoice";
import { getOfficeClient } from "./queries/get-office-client";
import { getOfficeOrder } from "./queries/get-office-order";
import { getOwedThisWeek } from "./queries/get-owed-this-week";
import { getWeeks } from "./queries/get-weeks";
import { getWorkerMonth } from "./queries/get-worker-month";
import { getWorkerStatement } from "./queries/get-worker-statement";
import { listInvoices } from "./queries/list-invoices";

export const billingRouter = router({
	owedThisWeek: clients.query(({ ctx }) => getOwedThisWeek(ctx)),
	discountProgress: clients.query(({ ctx }) => getDiscountProgress(ctx)),
	listInvoices: clients.input(invoicesInput).query(({ ctx, input }) => listInvoices(ctx, input)),
	getInvoice: signedIn.input(invoiceInput).query(({ ctx, input }) => getInvoice(ctx, input)),
	clientStatement: clients.input(pageInput).query(({ ctx, input }) => getClientStatement(ctx, input)),
	chooseMethod: clients.input(chooseMethodInput).mutation(({ ctx, input }) => chooseMethod(ctx, input)),
	workerMonth: workers.query(({ ctx }) => getWorkerMonth(ctx)),
	workerStatement: workers.input(pageInput).query(({ ctx, input }) => getWorkerStatement(ctx, input)),
	weeks: managers.query(({ ctx }) => getWeeks(ctx)),
	officeClient: managers.input(officeClientInput).query(({ ctx, input }) => getOfficeClient(ctx, input)),
	officeOrder: managers.input(orderInput).query(({ ctx, input }) => getOfficeOrder(ctx, input)),
	grantBonus: managers.input(grantBonusInput).mutation(({ ctx, input }) => grantBonus(ctx, input)),
	decideApproval: managers.input(decideApprovalInput).mutation(({ ctx, input }) => decideApproval(ctx, input)),
	recordOpeningBalance: admins
		.input(openingBalanceInput)
		.mutation(({ ctx, input }) => recordOpeningBalance(ctx, input)),
});
