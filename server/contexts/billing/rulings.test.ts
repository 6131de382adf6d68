import { and, arrayContains, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema/billing-collections";
import { invoiceLines, invoices, unbilledItems } from "@/db/schema/billing-invoices";
import { refunds } from "@/db/schema/billing-refunds";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, type InvoiceId, newId, type OrderId, type PaymentId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import type { Answer } from "./adapters/card-service";
import { askRuling } from "./commands/ask-ruling";
import { chooseMethod } from "./commands/choose-method";
import { confirmTransfer } from "./commands/confirm-transfer";
import { decideApproval } from "./commands/decide-approval";
import { issueInvoices } from "./commands/issue-invoices";
import { openWeek } from "./commands/open-week";
import { payInvoice } from "./commands/pay-invoice";
import { resolvePayment } from "./commands/resolve-payment";
import { sendPayment } from "./commands/send-payment";
import { settlePayment } from "./commands/settle-payment";
import { settleRefund } from "./commands/settle-refund";
import { waiveCharge } from "./commands/waive-charge";
import { approvalsList } from "./contracts";
import { balance } from "./ledger/balance";
import { getAttention } from "./queries/get-attention";
import { paidTotalOf } from "./queries/get-client-standing";
import { getInvoice } from "./queries/get-invoice";
import { getOfficeInvoice } from "./queries/get-office-invoice";
import { listApprovals } from "./queries/list-approvals";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anEndedOrder } from "./testing";

// A card service that can't be reached: what it says is told by the test.
vi.hoisted(() => {
	process.env.CARD_SANDBOX_URL = "http://127.0.0.1:1/card";
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
});

const ctx = at(createCtx(), "2027-01-09T12:00:00Z");
const [one, other, third] = [1, 2, 3].map(() => actingAs(ctx, aPerson("manager"))) as [
	typeof ctx,
	typeof ctx,
	typeof ctx,
];
const people = Array.from({ length: 12 }, () => ({ clientId: newId<ClientId>(), orderId: newId<OrderId>() }));

const close = async (when: string) => {
	const closing = at(createCtx(), when);
	for (let due = await openWeek(closing); due; due = await openWeek(closing)) {
		while (!(await issueInvoices(closing, due)).isClosed);
	}
};

beforeAll(async () => {
	for (const { clientId, orderId } of people) await anEndedOrder(ctx, "completed", { clientId, orderId });
	await close("2027-01-10T19:00:00Z");
});

const said = (state: Answer["state"], hundredths = 95_00n, reference = "charge-1"): Answer => ({
	...{ state, reference, reason: null, asAsked: hundredths === 95_00n },
	stated: { minor: hundredths, currency: "CTU" },
});

/** A client of the test's own, whose invoice of 95.00 is being paid by a card of which the service says these words. */
async function aPayment(...words: Answer[]) {
	const person = people.pop();
	if (!person) throw new Error("make more people");
	const { clientId, orderId } = person;
	const asClient = actingAs(ctx, { ...aPerson("client"), clientId });
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	const invoiceId = invoice?.id ?? newId<InvoiceId>();
	const method = { kind: "sandbox-card", card: "pays" } as const;
	await chooseMethod(asClient, { idempotencyKey: newId(), method });
	const pay = () => payInvoice(asClient, { idempotencyKey: newId(), invoiceId, amount: money(95_00) });
	const { paymentId } = await pay();
	await sendPayment(ctx, { paymentId });
	const hear = (answer: Answer, id = paymentId) => settlePayment(ctx, { paymentId: id, answer, heardBy: "webhook" });
	for (const word of words) await hear(word);
	const show = () => getInvoice(asClient, { invoiceId });
	const owes = () => balance(ctx, { kind: "client", ownerId: clientId });
	return { clientId, orderId, invoiceId, paymentId, asClient, pay, hear, show, owes };
}

type Became = "succeeded" | "refused";
const ask = (who: typeof ctx, id: PaymentId, became: Became) =>
	askRuling(who, { idempotencyKey: newId(), about: { what: "payment", id }, became, reason: "Called them" });
const decide = (
	who: typeof ctx,
	{ approvalId }: Awaited<ReturnType<typeof ask>>,
	decision: "approved" | "declined" = "approved",
) => decideApproval(who, { approvalId, decision, words: "Heard it, too" });
const rule = async (id: PaymentId, became: Became) => decide(other, await ask(one, id, became));

const broken = async () =>
	(await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0).map(({ name }) => name);
const doubts = async (id: PaymentId) =>
	(await getAttention(one)).payments.items.filter(({ paymentId }) => paymentId === id).length;
const refused = (code: string) => ({ code: `billing.${code}` });

describe("a payment that was refused, and then said to have succeeded", () => {
	it("that two managers say has succeeded pays the invoice, once, on record, and the check is green", async () => {
		const { paymentId, invoiceId, owes, show } = await aPayment(said("refused"), said("succeeded"));
		expect(await broken()).toEqual(["collected-as-stated"]);
		expect(await doubts(paymentId)).toBe(1);
		const asked = await ask(one, paymentId, "succeeded");
		await expect(ask(other, paymentId, "refused")).rejects.toMatchObject(refused("ruling_waits"));
		await expect(decide(one, asked)).rejects.toMatchObject(refused("own_approval"));
		expect(await broken()).toEqual(["collected-as-stated"]);
		const both = await Promise.allSettled([decide(other, asked), decide(third, asked)]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused("already_decided") });
		expect(await show()).toMatchObject({ status: "paid", due: 0n });
		expect(await owes()).toBe(0n);
		expect(await broken()).toEqual([]);
		expect(await doubts(paymentId)).toBe(0);
		const mine = eq(auditEntries.subject, `payment:${paymentId}`);
		expect(await ctx.db.select().from(auditEntries).where(mine)).toMatchObject([
			{ action: "billing.ask-approval", reason: "Called them", after: { became: "succeeded" } },
			{ action: "billing.approve", reason: "Heard it, too", after: { became: "succeeded" } },
		]);
		await expect(ask(one, paymentId, "refused")).rejects.toMatchObject(refused("nothing_contradicted"));
		expect((await getOfficeInvoice(one, { invoiceId })).rulings).toMatchObject([
			{ status: "approved", became: "succeeded", reason: "Called them", words: "Heard it, too" },
		]);
		const { rows } = await listApprovals(one, approvalsList.input.parse({ kind: "ruling" }));
		expect(rows).toMatchObject([{ invoiceId, subjectName: expect.stringMatching(/^2027-\d+$/) }]);
	});

	it("that two managers say has failed may be charged anew; a ruling that is declined changes nothing", async () => {
		const { paymentId, pay, show } = await aPayment(said("refused"), said("succeeded"));
		const asked = await ask(one, paymentId, "succeeded");
		const both = await Promise.allSettled([decide(other, asked, "declined"), ask(third, paymentId, "refused")]);
		expect(both[0]).toMatchObject({ status: "fulfilled" });
		// Whoever asked at that moment has come before the decision, or after it.
		if (both[1].status === "fulfilled") await decide(one, both[1].value, "declined");
		else expect(both[1].reason).toMatchObject(refused("ruling_waits"));
		await expect(pay()).rejects.toMatchObject(refused("payment_contradicted"));
		await rule(paymentId, "refused");
		expect(await broken()).toEqual([]);
		await pay();
		expect(await show()).toMatchObject({ status: "collecting" });
	});

	it("of an invoice that was paid otherwise has to go back at the service, and failed then", async () => {
		const { paymentId, invoiceId, owes } = await aPayment(said("refused"), said("succeeded"));
		const bank = { idempotencyKey: newId<string>(), invoiceId, amount: money(95_00), reference: `BANK ${invoiceId}` };
		await confirmTransfer(one, bank);
		const asked = await ask(one, paymentId, "succeeded");
		await expect(decide(other, asked)).rejects.toMatchObject(refused("paid_otherwise"));
		await decide(other, asked, "declined");
		await rule(paymentId, "refused");
		expect(await owes()).toBe(0n);
		expect(await broken()).toEqual([]);
	});
});

describe("a payment that succeeded, and was then said to be refused", () => {
	it("that two managers say has failed is taken out of the books: the invoice is owed at once, and can be paid", async () => {
		const { paymentId, clientId, invoiceId, owes, show, pay, hear } = await aPayment(
			said("succeeded"),
			said("refused"),
		);
		expect(await broken()).toEqual(["collected-as-stated"]);
		await rule(paymentId, "refused");
		expect(await show()).toMatchObject({ status: "overdue", due: 95_00n, payments: [{ state: "returned" }] });
		expect(await owes()).toBe(-95_00n);
		const told = and(
			eq(outbox.name, "billing/invoice.overdue"),
			arrayContains(outbox.subjects, [`invoice:${invoiceId}`]),
		);
		expect(await ctx.db.select().from(outbox).where(told)).toMatchObject([
			{ data: { amount: { minor: "9500" }, again: { why: "not-received", what: paymentId } } },
		]);
		expect(await paidTotalOf(ctx, clientId)).toBe(0n);
		expect(await broken()).toEqual([]);
		// What was said before changes nothing when it is said again.
		await hear(said("succeeded"));
		await hear(said("refused"));
		expect(await broken()).toEqual([]);
		const { paymentId: second } = await pay();
		await hear(said("succeeded", 95_00n, "charge-2"), second);
		expect(await show()).toMatchObject({ status: "paid", due: 0n });
		expect(await broken()).toEqual([]);
	});

	it("that two managers say has succeeded stays as it is", async () => {
		const { paymentId, show, owes } = await aPayment(said("succeeded"), said("refused"));
		await rule(paymentId, "succeeded");
		expect(await show()).toMatchObject({ status: "paid" });
		expect(await owes()).toBe(0n);
		expect(await broken()).toEqual([]);
	});

	it("is ruled on by what was said when the ruling was asked for: news make it void", async () => {
		const { paymentId, hear } = await aPayment(said("succeeded"), said("refused"));
		const asked = await ask(one, paymentId, "refused");
		await hear(said("succeeded", 95_00n, "charge-1 again"));
		await hear(said("refused", 95_00n, "charge-1 again"));
		await expect(decide(other, asked)).rejects.toMatchObject(refused("ruling_stale"));
		await decide(other, asked, "declined");
		await rule(paymentId, "succeeded");
		expect(await broken()).toEqual([]);
	});

	it("is not changed by hand, nor ruled on by its client or by others than managers", async () => {
		const { paymentId, clientId, asClient } = await aPayment(said("succeeded"), said("refused"));
		const byHand = ctx.db.update(payments).set({ state: "returned" }).where(eq(payments.id, paymentId));
		await expect(byHand).rejects.toMatchObject({ cause: { constraint_name: "payments_settled_once" } });
		const both = actingAs(ctx, { ...aPerson("manager", "client"), clientId });
		await expect(ask(both, paymentId, "succeeded")).rejects.toMatchObject(refused("own_invoice"));
		await expect(ask(asClient, paymentId, "succeeded")).rejects.toMatchObject({ code: "common.not_allowed" });
		const asked = await ask(one, paymentId, "refused");
		await expect(decide(both, asked)).rejects.toMatchObject(refused("own_invoice"));
		await decide(other, asked, "declined");
		await rule(paymentId, "succeeded");
	});
});

it("a payment of another amount than was asked for is before the managers at once, and for two of them", async () => {
	const { paymentId, show } = await aPayment(said("succeeded", 90_00n));
	expect(await broken()).toEqual(["collected-as-stated"]);
	expect(await doubts(paymentId)).toBe(1);
	const alone = { idempotencyKey: newId<string>(), paymentId, became: "succeeded", reason: "Seen" } as const;
	await expect(resolvePayment(one, alone)).rejects.toMatchObject(refused("payment_contradicted"));
	await rule(paymentId, "refused");
	expect(await show()).toMatchObject({ status: "issued", payments: [{ state: "refused" }] });
	expect(await broken()).toEqual([]);
});

describe("a refund that was refused, and then said to have gone back", () => {
	async function aRefund() {
		const paid = await aPayment(said("succeeded"));
		const waived = { orderId: paid.orderId, amount: money(30_00), reason: "The glasses stayed" };
		await waiveCharge(one, { idempotencyKey: newId(), ...waived });
		const [refund] = await ctx.db.select().from(refunds).where(eq(refunds.invoiceId, paid.invoiceId));
		const refundId = refund?.id ?? newId();
		const hear = (state: Answer["state"]) =>
			settleRefund(ctx, {
				...{ refundId, heardBy: "webhook" },
				answer: { ...said(state, 30_00n, "refund-1"), asAsked: true },
			});
		const ruleOn = async (became: Became) => {
			const about = { what: "refund", id: refundId } as const;
			await decide(other, await askRuling(one, { idempotencyKey: newId(), about, became, reason: "Called them" }));
		};
		await hear("refused");
		return { ...paid, hear, ruleOn };
	}
	const itemsOf = (clientId: ClientId) =>
		ctx.db
			.select({ kind: unbilledItems.kind, amount: unbilledItems.amount })
			.from(unbilledItems)
			.where(eq(unbilledItems.clientId, clientId));

	it("that two managers say has gone back does not lower the next invoice as well", async () => {
		const { clientId, hear, ruleOn, owes } = await aRefund();
		await hear("succeeded");
		expect(await broken()).toEqual(["refunded-as-stated"]);
		await ruleOn("succeeded");
		expect(await itemsOf(clientId)).toEqual([]);
		expect(await owes()).toBe(0n);
		expect(await broken()).toEqual([]);
	});

	it("and has lowered the next invoice already, is taken back on the one after that", async () => {
		const { clientId, hear, ruleOn } = await aRefund();
		await anEndedOrder(at(createCtx(), "2027-01-12T12:00:00Z"), "completed", { clientId });
		await close("2027-01-17T19:00:00Z");
		const lines = and(eq(invoices.clientId, clientId), inArray(invoiceLines.kind, ["credit"]));
		const lowered = ctx.db
			.select({ id: invoices.id })
			.from(invoiceLines)
			.innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId));
		expect(await lowered.where(lines)).toHaveLength(1);
		await hear("succeeded");
		await ruleOn("succeeded");
		expect(await itemsOf(clientId)).toEqual([{ kind: "credit-withdrawn", amount: 30_00n }]);
		expect(await broken()).toEqual([]);
	});

	it("that two managers say has failed stays so", async () => {
		const { clientId, hear, ruleOn } = await aRefund();
		await hear("succeeded");
		await ruleOn("refused");
		expect(await itemsOf(clientId)).toEqual([{ kind: "credit", amount: -30_00n }]);
		expect(await broken()).toEqual([]);
	});
});
