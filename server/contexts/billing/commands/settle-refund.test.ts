import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { disputes, refunds } from "@/db/schema/billing-refunds";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { after, days } from "@/server/kernel/clock";
import { type ClientId, type InvoiceId, newId, type OrderId, type RefundId } from "@/server/kernel/ids";
import { money, negate } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { Answer } from "../adapters/card-service";
import { balance } from "../ledger/balance";
import { post } from "../ledger/post";
import { getAttention } from "../queries/get-attention";
import { clientStanding } from "../queries/get-client-standing";
import { getOwedThisWeek } from "../queries/get-owed-this-week";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anAssignment, anEndedOrder, correct } from "../testing";
import { chooseMethod } from "./choose-method";
import { confirmRefund } from "./confirm-refund";
import { confirmTransfer } from "./confirm-transfer";
import { issueInvoices } from "./issue-invoices";
import { openWeek } from "./open-week";
import { payInvoice } from "./pay-invoice";
import { resolveRefund } from "./resolve-refund";
import { sendRefund } from "./send-refund";
import { settlePayment } from "./settle-payment";
import { settleRefund } from "./settle-refund";
import { waiveCharge } from "./waive-charge";

// A card service that can't be reached: of whatever is sent to it nothing is known.
vi.hoisted(() => {
	process.env.CARD_SANDBOX_URL = "http://127.0.0.1:1/card";
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
});

const ctx = createCtx();
const WEEK = 7 * 86_400_000;

/** Each test has a client and weeks of its own. */
let sunday = new Date("2027-01-10T19:00:00Z").getTime();
let clientId: ClientId;
let references = 0;
const closing = () => at(ctx, new Date(sunday));
const asManager = () => actingAs(closing(), manager);
let manager = aPerson("manager");
const asClient = () => actingAs(closing(), { ...aPerson("client"), clientId });

beforeEach(async () => {
	clientId = newId<ClientId>();
	await close();
	manager = aPerson("manager");
});

/** Closes the week, and begins the next. */
async function close(): Promise<InvoiceId> {
	sunday += WEEK;
	for (let due = await openWeek(closing()); due; due = await openWeek(closing())) {
		while (!(await issueInvoices(closing(), due)).isClosed);
	}
	const mine = eq(invoices.clientId, clientId);
	const [invoice] = await ctx.db.select().from(invoices).where(mine).orderBy(sql`week desc`);
	return invoice?.id ?? newId<InvoiceId>();
}

const orders = new Map<OrderId, ReturnType<typeof anAssignment>>();
async function anOrder(): Promise<OrderId> {
	const order = await anEndedOrder(at(ctx, new Date(sunday + 3_600_000)), "completed", { clientId });
	const orderId = order.orderId as OrderId;
	orders.set(orderId, order);
	return orderId;
}
const waive = (orderId: OrderId, hundredths = 30_00, key = newId<string>(), who = manager) =>
	waiveCharge(actingAs(closing(), who), {
		...{ idempotencyKey: key, orderId, amount: money(hundredths), reason: "The glasses stayed" },
	});
const dueOn = async (invoiceId: InvoiceId) => {
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.id, invoiceId));
	return money((invoice?.total ?? 0n) - (invoice?.credited ?? 0n));
};
const reference = () => `BANK ${++references}`;

async function payByBank(invoiceId: InvoiceId): Promise<void> {
	const amount = await dueOn(invoiceId);
	await confirmTransfer(asManager(), { idempotencyKey: newId(), invoiceId, amount, reference: reference() });
}

const answer = (state: Answer["state"], minor: bigint): Answer => ({
	...{ state, reference: "said-1", stated: { minor, currency: "CTU" }, asAsked: true, reason: null },
});

async function payByCard(invoiceId: InvoiceId) {
	const method = { kind: "sandbox-card", card: "pays" } as const;
	await chooseMethod(asClient(), { idempotencyKey: newId(), method });
	const amount = await dueOn(invoiceId);
	const { paymentId } = await payInvoice(asClient(), { idempotencyKey: newId(), invoiceId, amount });
	await settlePayment(closing(), { paymentId, answer: answer("succeeded", amount), heardBy: "webhook" });
	return paymentId;
}

const refundsOf = () => ctx.db.select().from(refunds).where(eq(refunds.clientId, clientId));
async function refund() {
	const [only, ...more] = await refundsOf();
	expect(more).toEqual([]);
	if (!only) throw new Error("there is a refund");
	return only;
}
const hear = (refundId: RefundId, state: Answer["state"]) =>
	settleRefund(closing(), { refundId, answer: answer(state, 30_00n), heardBy: "webhook" });
const owed = () => balance(ctx, { kind: "client", ownerId: clientId });
const paidTotal = async () => (await clientStanding(closing(), clientId)).paidTotal;
const nextInvoice = async () => (await getOwedThisWeek(asClient())).total;
const attentionAt = async (when = closing()) => {
	const { items } = (await getAttention(actingAs(when, manager))).refunds;
	return items.filter((found) => found.clientName === "" && found.amount === 30_00n).map(({ trouble }) => trouble);
};
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("what came by the bank and was waived", () => {
	let orderId: OrderId;
	beforeEach(async () => {
		orderId = await anOrder();
		await payByBank(await close());
		await waive(orderId);
	});
	const confirmation = (given = {}) => ({
		idempotencyKey: newId<string>(),
		amount: money(30_00),
		reference: reference(),
		...given,
	});

	it("waits for a manager, who transfers it and takes it down: 100 requests at once book it once", async () => {
		const { id: refundId } = await refund();
		expect(await attentionAt()).toContain("transfer");
		expect([await owed(), await paidTotal()]).toEqual([30_00n, 95_00n]);
		expect(await sendRefund(closing(), { refundId })).toEqual({ isSettled: true });
		const input = { refundId, ...confirmation() };
		const answers = await Promise.all(Array.from({ length: 100 }, () => confirmRefund(asManager(), input)));
		expect(new Set(answers.map((given) => given.refundId))).toEqual(new Set([refundId]));
		expect(await refund()).toMatchObject({ state: "succeeded", reference: input.reference });
		expect([await owed(), await paidTotal()]).toEqual([0n, 65_00n]);
		await expect(confirmRefund(asManager(), { ...input, amount: money(29_00) })).rejects.toMatchObject({
			code: "common.idempotency_key_reused",
		});
		await expect(confirmRefund(asManager(), { refundId, ...confirmation() })).rejects.toMatchObject({
			code: "billing.already_decided",
		});
		const audited = and(
			eq(auditEntries.subject, `refund:${refundId}`),
			eq(auditEntries.action, "billing.confirm-refund"),
		);
		expect(await ctx.db.select().from(auditEntries).where(audited)).toHaveLength(1);
		await holds();
	});

	it("is taken down with its own amount and a reference that nothing else has", async () => {
		const { id: refundId } = await refund();
		const wrong = { refundId, ...confirmation({ amount: money(30_01) }) };
		await expect(confirmRefund(asManager(), wrong)).rejects.toMatchObject({ code: "billing.amount_changed" });
		await confirmRefund(asManager(), { refundId, ...confirmation({ reference: "LINE 1" }) });
		const other = await anOrder();
		await payByBank(await close());
		await waive(other);
		const [, second] = await refundsOf();
		const used = { refundId: second?.id ?? refundId, ...confirmation({ reference: "line 1" }) };
		await expect(confirmRefund(asManager(), used)).rejects.toMatchObject({ code: "billing.reference_used" });
		await holds();
	});

	it("lowers the next invoice when the manager gives it up", async () => {
		const { id: refundId } = await refund();
		const word = { idempotencyKey: newId<string>(), refundId, reason: "The account is closed" };
		await expect(resolveRefund(asManager(), { ...word, became: "succeeded" })).rejects.toMatchObject({
			code: "billing.refund_by_transfer",
		});
		const given = { ...word, idempotencyKey: newId<string>(), became: "refused" as const };
		await Promise.all([resolveRefund(asManager(), given), resolveRefund(asManager(), given)]);
		expect(await nextInvoice()).toBe(-30_00n);
		await expect(confirmRefund(asManager(), { refundId, ...confirmation() })).rejects.toMatchObject({
			code: "billing.already_decided",
		});
		await holds();
	});

	it("is for no client to confirm, nor for a manager whose own it is", async () => {
		const { id: refundId } = await refund();
		const both = actingAs(closing(), { ...aPerson("manager", "client"), clientId });
		const input = { refundId, ...confirmation() };
		await expect(confirmRefund(both, input)).rejects.toMatchObject({ code: "billing.own_invoice" });
		await expect(confirmRefund(asClient(), input)).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(waive(await anOrder(), 1_00, newId(), both.actor as typeof manager)).rejects.toMatchObject({
			code: "billing.own_invoice",
		});
	});

	it("is not asked for again when the ending is corrected: what went back is charged with the rest", async () => {
		const { id: refundId } = await refund();
		await confirmRefund(asManager(), { refundId, ...confirmation() });
		await correct(closing(), orders.get(orderId) ?? anAssignment(), 2, "completed", "failed");
		expect(await owed()).toBe(-30_00n);
		expect(await nextInvoice()).toBe(30_00n);
		await holds();
	});
});

describe("what a card has paid and was waived", () => {
	it("while the charge is under way is left alone: what is waived lowers the next invoice", async () => {
		const orderId = await anOrder();
		const invoiceId = await close();
		await chooseMethod(asClient(), { idempotencyKey: newId(), method: { kind: "sandbox-card", card: "pays" } });
		const { paymentId } = await payInvoice(asClient(), { idempotencyKey: newId(), invoiceId, amount: money(95_00) });
		await waive(orderId);
		expect(await nextInvoice()).toBe(-30_00n);
		const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
		expect(payment).toMatchObject({ state: "intent", amount: 95_00n });
		await holds();
	});

	it("100 identical requests at the same time waive it once, and give it back once", async () => {
		const orderId = await anOrder();
		await payByCard(await close());
		const key = newId<string>();
		const answers = await Promise.all(Array.from({ length: 100 }, () => waive(orderId, 30_00, key)));
		expect(new Set(answers.map((given) => JSON.stringify(given))).size).toBe(1);
		expect(await refund()).toMatchObject({ state: "intent", amount: 30_00n });
		await expect(waive(orderId, 31_00, key)).rejects.toMatchObject({ code: "common.idempotency_key_reused" });
		await holds();
	});

	it("two waivers at once never give back more than was paid: what is too much lowers the next invoice", async () => {
		const first = await anOrder();
		await payByBank(await close());
		await waive(first, 95_00);
		const { id: refundId } = await refund();
		const word = { idempotencyKey: newId<string>(), refundId, became: "refused", reason: "No account" } as const;
		await resolveRefund(asManager(), word);
		const [one, other] = [await anOrder(), await anOrder()];
		const invoiceId = await close();
		expect(await dueOn(invoiceId)).toBe(95_00n);
		const paymentId = await payByCard(invoiceId);
		await Promise.all([
			waive(one, 80_00, newId(), aPerson("manager")),
			waive(other, 80_00, newId(), aPerson("manager")),
		]);
		expect((await refundsOf()).filter((found) => found.paymentId === paymentId)).toMatchObject([{ amount: 80_00n }]);
		expect(await nextInvoice()).toBe(-80_00n);
		await holds();
	});

	it("the database itself refuses a refund of more than was paid, and changes of one that is settled", async () => {
		const [one, other] = [await anOrder(), await anOrder()];
		await payByCard(await close());
		await waive(one, 95_00);
		await waive(other, 95_00, newId(), aPerson("manager"));
		const constraint = async (statement: string): Promise<unknown> =>
			ctx.db.execute(sql.raw(statement)).then(
				() => "nothing",
				(error: { cause?: { constraint_name?: string; message?: string } }) =>
					error.cause?.constraint_name || error.cause?.message,
			);
		const copy = `insert into billing.refunds select gen_random_uuid(), (select id from billing.credit_notes c where not exists (
			select from billing.refunds f where f.credit_note_id = c.id) limit 1), payment_id, invoice_id, client_id, kind, 1,
			null, null, 'intent', null, null, null, begun_at, null, null from billing.refunds where client_id = '${clientId}' limit 1`;
		const spare = await anOrder();
		await waive(spare, 1_00, newId(), aPerson("manager"));
		expect(await constraint(copy)).toBe("refunds_within_payment");
		const [{ id } = { id: newId<RefundId>() }] = await refundsOf();
		expect(await constraint(`update billing.refunds set amount = 1 where id = '${id}'`)).not.toBe("nothing");
		expect(await constraint(`delete from billing.refunds where id = '${id}'`)).not.toBe("nothing");
		await hear(id, "refused");
		await settleRefund(closing(), { refundId: id, answer: answer("refused", 95_00n), heardBy: "webhook" });
		expect(await constraint(`update billing.refunds set state = 'pending' where id = '${id}'`)).toBe(
			"refunds_settled_once",
		);
	});

	it("of which nothing is learnt stays unknown, is sent once, and after a day a manager says what became of it", async () => {
		const orderId = await anOrder();
		await payByCard(await close());
		await waive(orderId);
		const { id: refundId } = await refund();
		const word = {
			idempotencyKey: newId<string>(),
			refundId,
			became: "succeeded",
			reason: "Seen in its books",
		} as const;
		await expect(resolveRefund(asManager(), word)).rejects.toMatchObject({ code: "billing.payment_under_way" });
		for (let time = 0; time < 2; time++) {
			expect(await sendRefund(closing(), { refundId })).toEqual({ isSettled: false });
		}
		expect(await refund()).toMatchObject({ state: "unknown", trouble: expect.any(String) });
		expect(await attentionAt(at(ctx, after(new Date(sunday), days(2))))).toContain("unanswered");
		const again = { ...word, idempotencyKey: newId<string>() };
		await Promise.all([resolveRefund(asManager(), again), resolveRefund(asManager(), again)]);
		expect([await owed(), await paidTotal()]).toEqual([0n, 65_00n]);
		await holds();
	});

	it("lowers the discount again: paid in total is net of what went back", async () => {
		const orderId = await anOrder();
		const client = { kind: "client", ownerId: clientId } as const;
		const paid = money(9_905_01);
		await withTransaction(closing(), async (tx) => {
			for (const [kind, amount] of [
				["opening-charge", negate(paid)],
				["opening-payment", paid],
			] as const) {
				const postings = [
					{ account: client, amount },
					{ account: { kind: "opening-balance" } as const, amount: negate(amount) },
				];
				await post(tx, { key: `${kind}:${clientId}`, kind, reason: "before", postings });
			}
		});
		await payByCard(await close());
		expect(await clientStanding(closing(), clientId)).toMatchObject({ paidTotal: 10_000_01n, discountPercent: 5 });
		await waive(orderId, 1);
		const { id } = await refund();
		expect(await clientStanding(closing(), clientId)).toMatchObject({ discountPercent: 5 });
		await settleRefund(closing(), { refundId: id, answer: answer("succeeded", 1n), heardBy: "webhook" });
		expect(await clientStanding(closing(), clientId)).toMatchObject({ paidTotal: 10_000_00n, discountPercent: 0 });
	});

	it("is told anything by its service, in any order and however often: the books follow, and say what became of it", async () => {
		const words = fc.array(fc.constantFrom("pending" as const, "succeeded" as const, "refused" as const), {
			maxLength: 6,
		});
		await fc.assert(
			fc.asyncProperty(words, async (said) => {
				clientId = newId<ClientId>();
				const orderId = await anOrder();
				await payByCard(await close());
				await waive(orderId, 30_00, newId(), aPerson("manager"));
				const { id } = await refund();
				for (const word of said) await hear(id, word);
				const { state } = await refund();
				const gone = state === "succeeded";
				const lost = state === "refused" || state === "returned";
				expect(await owed()).toBe(gone ? 0n : 30_00n);
				expect(await paidTotal()).toBe(gone ? 65_00n : 95_00n);
				expect(await nextInvoice()).toBe(lost ? -30_00n : 0n);
				const first = said.find((word) => word !== "pending");
				const cameBack = first === "succeeded" && said.includes("refused");
				expect(state).toBe(cameBack ? "returned" : (first ?? (said.length > 0 ? "pending" : "intent")));
			}),
			{ numRuns: 12, examples: [[["succeeded", "refused", "succeeded"]], [["refused", "succeeded"]]] },
		);
	}, 60_000);
});

describe("a payment that is in doubt", () => {
	let orderId: OrderId;
	let invoiceId: InvoiceId;
	beforeEach(async () => {
		orderId = await anOrder();
		invoiceId = await close();
	});

	it("gives nothing back while its service has taken back its word", async () => {
		const paymentId = await payByCard(invoiceId);
		await settlePayment(closing(), { paymentId, answer: answer("refused", 95_00n), heardBy: "webhook" });
		await expect(waive(orderId)).rejects.toMatchObject({ code: "billing.payment_in_doubt" });
		expect(await refundsOf()).toEqual([]);
		expect(await owed()).toBe(0n);
	});

	it.each([
		["open", "billing.payment_in_doubt"],
		["lost", "billing.payment_in_doubt"],
	] as const)("gives nothing back while it is disputed (%s)", async (outcome, code) => {
		const paymentId = await payByCard(invoiceId);
		const stated = { statedMinor: 95_00n, statedCurrency: "eur", reason: "fraudulent", status: outcome, outcome };
		const heard = { heardAt: closing().clock.now(), changedAt: closing().clock.now() };
		const [dispute] = await ctx.db
			.insert(disputes)
			.values({ id: newId(), paymentId, ...stated, ...heard })
			.returning();
		await expect(waive(orderId)).rejects.toMatchObject({ code });
		await ctx.db
			.update(disputes)
			.set({ outcome: "won" })
			.where(eq(disputes.id, dispute?.id ?? ""));
		await waive(orderId);
		expect(await refund()).toMatchObject({ state: "intent" });
	});
});
