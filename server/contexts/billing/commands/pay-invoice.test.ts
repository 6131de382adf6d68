import { and, arrayContains, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, type InvoiceId, newId, type PaymentId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { Answer } from "../adapters/card-service";
import { balance } from "../ledger/balance";
import { objectionTo } from "../queries/get-client-standing";
import { getInvoice } from "../queries/get-invoice";
import { getPaymentMethod } from "../queries/get-payment-method";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder } from "../testing";
import { chooseMethod } from "./choose-method";
import { collectInvoice } from "./collect-invoice";
import { issueInvoices } from "./issue-invoices";
import { markOverdue } from "./mark-overdue";
import { openWeek } from "./open-week";
import { payInvoice } from "./pay-invoice";
import { sendPayment } from "./send-payment";
import { makeOverdue, settlePayment } from "./settle-payment";

// A card service that can't be reached: of whatever is sent to it nothing is known.
vi.hoisted(() => {
	process.env.CARD_SANDBOX_URL = "http://127.0.0.1:1/card";
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
});

const ctx = at(createCtx(), "2027-01-09T12:00:00Z");
const issuing = at(createCtx(), "2027-01-10T19:00:00Z");

const asClient = (clientId: ClientId) => actingAs(ctx, { ...aPerson("client"), clientId });
const card = (name: "pays" | "refuses") => ({
	idempotencyKey: newId(),
	method: { kind: "sandbox-card", card: name } as const,
});
const said = (state: Answer["state"], minor = 95_00n): Answer => ({
	...{ state, reference: "charge-1", stated: { minor, currency: "CTU" }, asAsked: minor === 95_00n },
	reason: state === "refused" ? "expired_card" : null,
});

let clientIds: ClientId[];
let clientId: ClientId;
let invoiceId: InvoiceId;
let mine: ReturnType<typeof asClient>;

// Each test has a client of its own with one invoice.
beforeAll(async () => {
	clientIds = Array.from({ length: 18 }, () => newId<ClientId>());
	for (const each of clientIds) await anEndedOrder(ctx, "completed", { clientId: each });
	for (let due = await openWeek(issuing); due; due = await openWeek(issuing)) {
		while (!(await issueInvoices(issuing, due)).isClosed);
	}
});
beforeEach(async () => {
	clientId = clientIds.pop() ?? newId<ClientId>();
	mine = asClient(clientId);
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	invoiceId = invoice?.id ?? newId<InvoiceId>();
});

const pay = (given: Partial<Parameters<typeof payInvoice>[1]> = {}) =>
	payInvoice(mine, { idempotencyKey: newId(), invoiceId, amount: money(95_00), ...given });
const paymentsOf = () => ctx.db.select().from(payments).where(eq(payments.invoiceId, invoiceId));
const statusOf = async () => (await getInvoice(mine, { invoiceId })).status;
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
const lapse = () =>
	withTransaction(ctx, async (tx) => {
		const [invoice] = await tx.db.select().from(invoices).where(eq(invoices.id, invoiceId));
		if (invoice) await makeOverdue(tx, invoice);
	});

describe("paying at once", () => {
	it("100 identical requests at the same time have one effect and the same answer; another amount under the key is refused", async () => {
		await chooseMethod(mine, card("pays"));
		const idempotencyKey = newId<string>();
		const answers = await Promise.all(Array.from({ length: 100 }, () => pay({ idempotencyKey })));
		expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
		expect(await paymentsOf()).toMatchObject([{ state: "intent", asked: "client", amount: 95_00n }]);
		await expect(pay({ idempotencyKey, amount: money(94_00) })).rejects.toMatchObject({
			code: "common.idempotency_key_reused",
		});
		const begun = and(
			eq(outbox.name, "billing/payment.begun"),
			arrayContains(outbox.subjects, [`invoice:${invoiceId}`]),
		);
		expect(await ctx.db.select().from(outbox).where(begun)).toHaveLength(1);
		expect(await statusOf()).toBe("collecting");
		await holds();
	});

	it("of 20 presses with different keys one is taken", async () => {
		await chooseMethod(mine, card("pays"));
		const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => pay()));
		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
		expect(new Set(refusals)).toEqual(new Set(["billing.payment_under_way"]));
	});

	it("needs a card, the amount that is due, and an invoice of one's own", async () => {
		await expect(pay()).rejects.toMatchObject({ code: "billing.no_card" });
		await chooseMethod(mine, card("pays"));
		await expect(pay({ amount: money(95_01) })).rejects.toMatchObject({ code: "billing.amount_changed" });
		mine = asClient(newId());
		await expect(pay()).rejects.toMatchObject({ code: "common.not_found" });
		mine = actingAs(ctx, aPerson("manager"));
		await expect(pay()).rejects.toMatchObject({ code: "common.not_allowed" });
		expect(await paymentsOf()).toEqual([]);
	});

	it("a service that can't be reached leaves it unknown, is asked again, and charges nothing twice", async () => {
		await chooseMethod(mine, card("pays"));
		const { paymentId } = await pay();
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		expect(await paymentsOf()).toMatchObject([{ state: "unknown", trouble: expect.any(String) }]);
		await expect(pay()).rejects.toMatchObject({ code: "billing.payment_under_way" });
		await settlePayment(ctx, { paymentId, answer: said("succeeded"), heardBy: "question" });
		await expect(pay()).rejects.toMatchObject({ code: "billing.already_paid" });
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		await holds();
	});

	it("that is refused leaves what was planned: the collection begins as if nothing had been", async () => {
		await chooseMethod(mine, card("refuses"));
		const { paymentId } = await pay();
		expect(await collectInvoice(ctx, { invoiceId })).toEqual({ next: "wait" });
		await settlePayment(ctx, { paymentId, answer: said("refused"), heardBy: "answer" });
		expect(await getInvoice(mine, { invoiceId })).toMatchObject({
			...{ status: "issued", due: 95_00n, firstRefusedAt: null },
			payments: [{ state: "refused", reason: "expired_card" }],
		});
		await collectInvoice(ctx, { invoiceId });
		expect(await paymentsOf()).toMatchObject([{ asked: "client" }, { asked: "collection", state: "intent" }]);
		await holds();
	});

	it("a client reads why only where the client can mend it", async () => {
		await chooseMethod(mine, card("refuses"));
		const { paymentId } = await pay();
		const answer = { ...said("refused"), reason: "stolen_card" };
		await settlePayment(ctx, { paymentId, answer, heardBy: "answer" });
		expect((await getInvoice(mine, { invoiceId })).payments).toMatchObject([{ reason: "other" }]);
	});

	it("mends what is overdue: orders are refused until it has succeeded, and taken at once after it", async () => {
		await lapse();
		expect(await objectionTo(ctx, clientId)).toBe("overdue");
		await chooseMethod(mine, card("refuses"));
		const first = await pay();
		expect([await statusOf(), await objectionTo(ctx, clientId)]).toEqual(["collecting", "overdue"]);
		await settlePayment(ctx, { ...first, answer: said("refused"), heardBy: "answer" });
		expect([await statusOf(), await objectionTo(ctx, clientId)]).toEqual(["overdue", "overdue"]);
		await chooseMethod(mine, card("pays"));
		const second = await pay();
		await settlePayment(ctx, { ...second, answer: said("succeeded"), heardBy: "webhook" });
		expect([await statusOf(), await objectionTo(ctx, clientId)]).toEqual(["paid", null]);
		await holds();
	});
});

describe("what a service says", () => {
	async function aPaymentUnderWay(): Promise<PaymentId> {
		await chooseMethod(mine, card("pays"));
		const { paymentId } = await pay();
		await sendPayment(ctx, { paymentId });
		return paymentId;
	}
	const hear = (paymentId: PaymentId, answer: Answer) => settlePayment(ctx, { paymentId, answer, heardBy: "webhook" });

	it("is taken for true once, however often and in whatever order it is said", async () => {
		const paymentId = await aPaymentUnderWay();
		await Promise.all(
			["succeeded", "pending", "succeeded", "pending", "succeeded"].map((state) =>
				hear(paymentId, said(state as Answer["state"])),
			),
		);
		expect(await paymentsOf()).toMatchObject([{ state: "succeeded" }]);
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		await holds();
	});

	it("of another amount settles nothing, and is seen", async () => {
		const paymentId = await aPaymentUnderWay();
		await hear(paymentId, said("succeeded", 9_500_00n));
		expect(await paymentsOf()).toMatchObject([{ state: "unknown", trouble: expect.stringContaining("950000 CTU") }]);
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(-95_00n);
		await hear(paymentId, said("succeeded"));
		await holds();
	});

	it("against what it has said before changes nothing, and the books tell of it", async () => {
		const paymentId = await aPaymentUnderWay();
		await hear(paymentId, said("refused"));
		await hear(paymentId, said("succeeded"));
		expect(await paymentsOf()).toMatchObject([{ state: "refused" }]);
		const found = (await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0);
		expect(found).toMatchObject([{ name: "collected-as-stated", breaches: 1 }]);
	});
});

describe("the database", () => {
	it("refuses a second payment under way, an end that changes, a statement that is taken back, an invoice that is unpaid again", async () => {
		await chooseMethod(mine, card("pays"));
		const { paymentId } = await pay();
		const [payment] = await paymentsOf();
		if (!payment) throw new Error("there is a payment");
		await expect(ctx.db.insert(payments).values({ ...payment, id: newId(), attempt: 2 })).rejects.toMatchObject({
			cause: { constraint_name: "payments_one_under_way" },
		});
		await settlePayment(ctx, { paymentId, answer: said("succeeded"), heardBy: "answer" });
		const here = eq(payments.id, paymentId);
		await expect(ctx.db.update(payments).set({ reason: "x" }).where(here)).rejects.toMatchObject({
			cause: { constraint_name: "payments_settled_once" },
		});
		await expect(
			ctx.db
				.update(payments)
				.set({ amount: money(1) })
				.where(here),
		).rejects.toThrow();
		await expect(ctx.db.delete(providerStatements)).rejects.toThrow();
		await expect(
			ctx.db.update(invoices).set({ status: "issued" }).where(eq(invoices.id, invoiceId)),
		).rejects.toMatchObject({ cause: { constraint_name: "invoices_stay_paid" } });
	});
});

describe("choosing how to pay", () => {
	it("at the same time twenty times leaves one choice in force", async () => {
		await Promise.all(Array.from({ length: 20 }, () => chooseMethod(mine, card("pays"))));
		expect((await getPaymentMethod(mine)).chosen).toMatchObject({ label: "pays" });
	});

	it("a card while a transfer is awaited: it is charged when the transfer has not come in time", async () => {
		expect(await collectInvoice(ctx, { invoiceId })).toMatchObject({ next: "transfer" });
		await chooseMethod(mine, card("pays"));
		await markOverdue(ctx, { invoiceId });
		expect(await paymentsOf()).toMatchObject([{ asked: "collection", state: "intent", kind: "sandbox-card" }]);
		expect(await statusOf()).toBe("collecting");
		expect(await objectionTo(ctx, clientId)).toBeNull();
	});

	it("replaces what was chosen before, is audited, and is nobody else's to see", async () => {
		await chooseMethod(mine, card("refuses"));
		await chooseMethod(mine, { idempotencyKey: newId(), method: { kind: "bank-transfer" } });
		expect(await getPaymentMethod(mine)).toMatchObject({ chosen: { kind: "bank-transfer" }, cardKind: "sandbox-card" });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `client:${clientId}`));
		expect(audited.map(({ action }) => action)).toEqual(["billing.choose-method", "billing.choose-method"]);
		expect((await getPaymentMethod(asClient(newId()))).chosen).toBeNull();
		for (const role of ["worker", "warehouse", "manager", "admin"] as const) {
			await expect(getPaymentMethod(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({
				code: "common.not_allowed",
			});
		}
	});
});
