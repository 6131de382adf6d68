import { desc, eq } from "drizzle-orm";
import { invoiceLines, invoices, weeks } from "@/db/schema/billing-invoices";
import { months, payouts } from "@/db/schema/billing-payouts";
import { refunds } from "@/db/schema/billing-refunds";
import { payoutAccounts } from "@/db/schema/billing-transfers";
import type { EventData } from "@/server/events/catalog/_define";
import type { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { actorRef, type Person } from "@/server/kernel/actor";
import { nextMonthlyCutoff, nextWeeklyCutoff } from "@/server/kernel/calendar";
import { type ClientId, type InvoiceId, newId, type PayoutId, type RefundId, type WorkerId } from "@/server/kernel/ids";
import { money, percentOf, subtract, toWire } from "@/server/kernel/money";
import { actingAs, at, type Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { chooseMethod } from "./commands/choose-method";
import { confirmTransfer } from "./commands/confirm-transfer";
import { correctEnding } from "./commands/correct-ending";
import { creditBonus } from "./commands/credit-bonus";
import { issueInvoices } from "./commands/issue-invoices";
import { issuePayouts } from "./commands/issue-payouts";
import { noteTerms } from "./commands/note-terms";
import { openMonth } from "./commands/open-month";
import { openWeek } from "./commands/open-week";
import { postEnding } from "./commands/post-ending";
import { waiveCharge } from "./commands/waive-charge";
import { endingFrom } from "./domain/ending";

type Assigned = EventData<typeof orderAssigned>;

/** An order of 100.00 by the default policies as ordering tells of it, for a client with 5 % unless something else is asked for. */
export function anAssignment(given: Partial<Assigned> = {}, discountPercent = 5): Assigned {
	const list = money(100_00);
	const price = toWire(subtract(list, percentOf(list, discountPercent)));
	return {
		orderId: newId(),
		orderNumber: 12,
		clientId: newId(),
		serviceTypeId: newId(),
		serviceName: { en: "Window washing", ru: "Мытьё окон" },
		description: "Two windows",
		place: { zoneId: newId(), zoneName: "Old town", address: "Roof 3", note: "" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: "2026-11-25T09:00:00.000Z",
		durationMinutes: 60,
		assignment: 1,
		workerId: newId(),
		listPrice: toWire(list),
		discountPercent,
		price,
		workerShare: toWire(money(60_00)),
		workerPenalty: toWire(money(40_00)),
		clientPays: { completed: price, cancelled: price, failed: price },
		moneyPolicyVersion: 1,
		priceFormulaVersion: 1,
		...given,
	};
}

const common = (order: Assigned, ending: number) => ({
	orderId: order.orderId,
	orderNumber: order.orderNumber,
	clientId: order.clientId,
	workerId: order.workerId,
	assignment: order.assignment,
	ending,
	at: "2026-11-25T10:00:00.000Z",
});

export const completedEvent = (order: Assigned): EventData<typeof jobCompleted> => ({
	...common(order, 1),
	reportPhotoId: null,
});

export const failedEvent = (order: Assigned): EventData<typeof jobFailed> => ({
	...common(order, 1),
	reason: "no-show",
	words: "",
});

export const cancelledEvent = (order: Assigned): EventData<typeof jobCancelled> => ({
	...common(order, 1),
	by: "client",
	reason: "",
});

type Outcome = EventData<typeof jobCorrected>["outcome"];

export const correctedEvent = (
	order: Assigned,
	ending: number,
	earlier: Outcome,
	outcome: Outcome,
): EventData<typeof jobCorrected> => ({
	...common(order, ending),
	...{ earlier, outcome, by: "Vasilisa", reason: "The check-in was made in time." },
});

const reasons = { completed: "done", failed: "no-show", cancelled: "cancelled-by-client" } as const;

/** Does with an order what billing does when it hears of its first ending. */
export const end = (ctx: Ctx, order: Assigned, outcome: Outcome): Promise<void> =>
	postEnding(ctx, { ...endingFrom(common(order, 1)), outcome, reason: reasons[outcome], words: "" });

export const correct = (ctx: Ctx, order: Assigned, ending: number, earlier: Outcome, outcome: Outcome): Promise<void> =>
	correctEnding(ctx, {
		ending: { ...endingFrom(common(order, ending)), outcome, reason: "corrected", words: "Was there." },
		earlier,
	});

/** An order that got its worker and then ended. */
export async function anEndedOrder(ctx: Ctx, outcome: Outcome, given: Partial<Assigned> = {}): Promise<Assigned> {
	const order = anAssignment(given);
	await noteTerms(ctx, order);
	await end(ctx, order, outcome);
	return order;
}

/** A bonus that a manager has given. */
export const aBonus = (ctx: Ctx, workerId: WorkerId, hundredths: number) =>
	withTransaction(ctx, (tx) =>
		creditBonus(tx, {
			...{ workerId, amount: money(hundredths), reason: "Went the extra mile" },
			...{ grantedBy: actorRef(tx.actor), approvedBy: null, approvalId: null },
		}),
	);

/** A worker with 60.00 to be paid, whose month has just been closed; each call closes another month, as far ahead as it may be. */
export async function anIssuedPayout(
	ctx: Ctx,
	account: string | null,
	workerId = newId<WorkerId>(),
): Promise<{ workerId: WorkerId; payoutId: PayoutId }> {
	if (account) await ctx.db.insert(payoutAccounts).values({ workerId, account, changedAt: ctx.clock.now() });
	const latest = await openMonth(ctx);
	if (latest) while (!(await issuePayouts(ctx, latest)).isClosed);
	await anEndedOrder(ctx, "completed", { workerId });
	const end = at(ctx, await nextMonthEnd(ctx));
	for (let due = await openMonth(end); due; due = await openMonth(end)) {
		while (!(await issuePayouts(end, due)).isClosed);
	}
	const [payout] = await ctx.db.select({ id: payouts.id }).from(payouts).where(eq(payouts.workerId, workerId));
	if (!payout) throw new Error("a month was closed");
	return { workerId, payoutId: payout.id };
}

async function nextMonthEnd(ctx: Ctx): Promise<Date> {
	const [last] = await ctx.db.select().from(months).orderBy(desc(months.day)).limit(1);
	const { timeZone, monthlyCutoff } = await policyInForce(ctx, "money");
	return nextMonthlyCutoff(last?.cutoffAt ?? ctx.clock.now(), { timeZone, ...monthlyCutoff });
}

/** An invoice of 95.00 that its client pays by bank transfer, whose week has just been closed; each call closes another week. */
export async function anIssuedInvoice(ctx: Ctx, client: Person & { clientId: ClientId }): Promise<InvoiceId> {
	const method = { kind: "bank-transfer" } as const;
	await chooseMethod(actingAs(ctx, client), { idempotencyKey: newId(), method });
	await anEndedOrder(ctx, "completed", { clientId: client.clientId });
	const [last] = await ctx.db.select().from(weeks).orderBy(desc(weeks.day)).limit(1);
	const { timeZone, weeklyCutoff } = await policyInForce(ctx, "money");
	const end = at(ctx, nextWeeklyCutoff(last?.cutoffAt ?? ctx.clock.now(), { timeZone, ...weeklyCutoff }));
	for (let due = await openWeek(end); due; due = await openWeek(end)) {
		while (!(await issueInvoices(end, due)).isClosed);
	}
	const newest = desc(invoices.week);
	const mine = eq(invoices.clientId, client.clientId);
	const [invoice] = await ctx.db.select({ id: invoices.id }).from(invoices).where(mine).orderBy(newest).limit(1);
	if (!invoice) throw new Error("a week was closed");
	return invoice.id;
}

/** A refund of 1.00 that waits to be transferred back: of an invoice that its client has just paid by the bank. */
export async function aRefundByBank(
	ctx: Ctx,
	client: Person & { clientId: ClientId },
	manager: Person,
): Promise<RefundId> {
	const invoiceId = await anIssuedInvoice(ctx, client);
	const reference = `STATEMENT ${invoiceId}`;
	const asManager = actingAs(ctx, manager);
	await confirmTransfer(asManager, { idempotencyKey: newId(), invoiceId, amount: money(95_00), reference });
	const [line] = await ctx.db.select().from(invoiceLines).where(eq(invoiceLines.invoiceId, invoiceId));
	if (!line) throw new Error("an invoice has a line");
	const { orderId } = line;
	await waiveCharge(asManager, { idempotencyKey: newId(), orderId, amount: money(1_00), reason: "The glasses stayed" });
	const [refund] = await ctx.db.select({ id: refunds.id }).from(refunds).where(eq(refunds.invoiceId, invoiceId));
	if (!refund) throw new Error("what is paid is refunded");
	return refund.id;
}
