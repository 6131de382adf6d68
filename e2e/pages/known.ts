import type { Browser } from "@playwright/test";
import type { Known } from "./every-page";
import { arrive, ask, liveUntilMonthEnd, liveUntilWeekEnd, workerCalled } from "./people";

type OfficeOrder = {
	orderId: string;
	clientId: string;
	clientName: string;
	state: string;
	worker: { workerId: string; name: string } | null;
};

const found = new Map<string, Promise<Known>>();

/** Things of the running demo that pages are about: a completed order of Murka's, a job of Barsik's, and Barsik. */
export function whatIsThere(browser: Browser, baseURL: string): Promise<Known> {
	const known = found.get(baseURL) ?? look(browser, baseURL);
	found.set(baseURL, known);
	return known;
}

async function look(browser: Browser, baseURL: string): Promise<Known> {
	const office = await arrive(browser, baseURL, "manager");
	const context = office.context();
	const { rows: orders } = await ask<{ rows: OfficeOrder[] }>(context, "ordering.officeOrders", { limit: 100 });
	const { types } = await ask<{ types: { serviceTypeId: string }[] }>(context, "ordering.listAllServiceTypes");
	const first = async (list: string): Promise<string> => {
		const { rows } = await ask<{ rows: { id: string }[] }>(context, list, { limit: 1 });
		if (!rows[0]) throw new Error(`the demo has nothing in ${list}`);
		return rows[0].id;
	};
	const background = {
		eventId: await first("events.list"),
		runId: await first("engine.listRuns"),
		messageId: await first("notifications.listDeliveries"),
	};
	const { rows: transactions } = await ask<{ rows: { transactionId: string }[] }>(context, "billing.ledger", {
		limit: 1,
	});
	const order = orders.find(({ clientName, state }) => clientName.startsWith("Murka") && state === "completed");
	const job = orders.find(({ worker }) => worker && workerCalled(worker.name) === "barsik");
	const [type] = types;
	const [transaction] = transactions;
	await context.close();
	const invoiceId = await anInvoice(browser, baseURL);
	const payoutId = await aPayout(browser, baseURL);
	if (!order || !job?.worker || !type || !transaction)
		throw new Error("the demo has no order, job, service type or transaction to look at");
	return {
		orderId: order.orderId,
		clientId: order.clientId,
		jobId: job.orderId,
		workerId: job.worker.workerId,
		serviceTypeId: type.serviceTypeId,
		transactionId: transaction.transactionId,
		...background,
		invoiceId,
		payoutId,
	};
}

/** An invoice of Murka's. Where no week has ended since the demo began, the company lives up to the end of this one. */
async function anInvoice(browser: Browser, baseURL: string): Promise<string> {
	const client = await arrive(browser, baseURL, "loyal-client");
	const newest = async () =>
		(await ask<{ invoices: { invoiceId: string }[] }>(client.context(), "billing.listInvoices", {})).invoices[0];
	if (!(await newest())) await liveUntilWeekEnd(client.context());
	const invoice = await newest();
	await client.context().close();
	if (!invoice) throw new Error("the week ended without an invoice for Murka");
	return invoice.invoiceId;
}

const NEAR_DAYS = 9;

/** A payout of Barsik's. Where no month has ended since the demo began, the company lives up to the end of this one if it is near. */
async function aPayout(browser: Browser, baseURL: string): Promise<string | null> {
	const worker = await arrive(browser, baseURL, "barsik");
	const newest = async () =>
		(await ask<{ payouts: { payoutId: string }[] }>(worker.context(), "billing.listPayouts", {})).payouts[0];
	const { now } = await ask<{ now: string }>(worker.context(), "demo.clock");
	const soon = new Date(new Date(now).getTime() + NEAR_DAYS * 86_400_000);
	const isNear = soon.getUTCMonth() !== new Date(now).getUTCMonth();
	if (!(await newest()) && isNear) await liveUntilMonthEnd(worker.context());
	const payout = await newest();
	await worker.context().close();
	if (!payout && isNear) throw new Error("the month ended without a payout for Barsik");
	return payout?.payoutId ?? null;
}
