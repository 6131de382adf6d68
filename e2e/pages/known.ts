import type { Browser } from "@playwright/test";
import type { Known } from "./every-page";
import { arrive, ask, workerCalled } from "./people";

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
	const { types } = await ask<{ types: { serviceTypeId: string }[] }>(office.context(), "ordering.listAllServiceTypes");
	const one = async <Row>(list: string, fits: (row: Row) => boolean = () => true): Promise<Row> => {
		const { rows } = await ask<{ rows: Row[] }>(office.context(), list, { limit: 100 });
		const found = rows.find(fits);
		if (!found) throw new Error(`the demo has nothing to look at in ${list}`);
		return found;
	};
	const idIn = async (list: string) => (await one<{ id: string }>(list)).id;
	const [type] = types;
	if (!type) throw new Error("the demo has no service type to look at");
	const order = await one<OfficeOrder>("ordering.officeOrders", isMurkas("completed"));
	const job = await one<OfficeOrder>("ordering.officeOrders", ({ worker }) => isBarsik(worker?.name));
	const invoice = await one<Named & { invoiceId: string }>("billing.officeInvoices", isMurkas());
	const payout = await one<Named & { payoutId: string }>("billing.officePayouts", (row) => isBarsik(row.workerName));
	const [vacancy] = await ask<{ vacancyId: string }[]>(office.context(), "hiring.vacancies");
	const tried = await ask<{ id: string }[]>(office.context(), "hiring.listExperiments", vacancy);
	const waiting = await ask<{ rows: { attemptId: string }[] }>(office.context(), "hiring.grading", { limit: 1 });
	const known = {
		orderId: order.orderId,
		clientId: order.clientId,
		jobId: job.orderId,
		workerId: job.worker?.workerId ?? "",
		applicationId: (await one<{ applicationId: string }>("hiring.candidates")).applicationId,
		serviceTypeId: type.serviceTypeId,
		transactionId: (await one<{ transactionId: string }>("billing.ledger")).transactionId,
		eventId: await idIn("events.list"),
		runId: await idIn("engine.listRuns"),
		messageId: await idIn("notifications.listDeliveries"),
		invoiceId: invoice.invoiceId,
		payoutId: payout.payoutId,
		experimentId: tried[0]?.id ?? null,
		attemptId: waiting.rows[0]?.attemptId ?? null,
	};
	await office.context().close();
	return known;
}

type Named = { clientName?: string; workerName?: string; state?: string };

const isMurkas =
	(state?: string) =>
	(row: Named): boolean =>
		!!row.clientName?.startsWith("Murka") && (!state || row.state === state);

const isBarsik = (name?: string): boolean => !!name && workerCalled(name) === "barsik";
