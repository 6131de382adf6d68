import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { disputes, refunds } from "@/db/schema/billing-refunds";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, type InvoiceId, newId, type OrderId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { putInForce } from "../commands/choose-method";
import { closeDispute } from "../commands/close-dispute";
import { collectInvoice } from "../commands/collect-invoice";
import { confirmTransfer } from "../commands/confirm-transfer";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";
import { sendPayment } from "../commands/send-payment";
import { sendRefund } from "../commands/send-refund";
import { waiveCharge } from "../commands/waive-charge";
import { stripeWebhook } from "../http";
import { balance } from "../ledger/balance";
import { getAttention } from "../queries/get-attention";
import { objectionTo, paidTotalOf } from "../queries/get-client-standing";
import { getInvoice } from "../queries/get-invoice";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder } from "../testing";

const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	Object.assign(process.env, {
		...{ STRIPE_SECRET_KEY: "sk_test_known_to_everybody", STRIPE_WEBHOOK_SECRET: "whsec_known_to_everybody" },
		...{ STRIPE_CURRENCY: "eur", STRIPE_RATE: "0.85", STRIPE_API_URL: `http://127.0.0.1:${port}` },
	});
	return port;
});

type Refund = { id: string; status: string; payment_intent: string; metadata: { refundId: string } } & Record<
	string,
	unknown
>;
type Reply = { status: number; body: unknown } | "hang up";

/** Speaks as much of Stripe's protocol as is spoken to it about charges, refunds and disputes. */
const double = {
	intents: new Map<string, Record<string, unknown> & { id: string }>(),
	refunds: new Map<string, Refund>(),
	disputes: new Map<string, Record<string, unknown>>(),
	/** How the next new refund goes. */
	next: "succeeded" as "succeeded" | "pending" | "hang up" | "charge_disputed" | "resource_missing",
	asked: [] as { path: string; form: URLSearchParams; key: string }[],
	answer(path: string, form: URLSearchParams, key: string): Reply {
		this.asked.push({ path, form, key });
		const id = path.slice(path.lastIndexOf("/") + 1);
		if (path === "POST /v1/payment_intents") return { status: 200, body: this.charge(form, key) };
		if (path === "POST /v1/refunds") return this.giveBack(form, key);
		if (path.startsWith("GET /v1/refunds?")) {
			return {
				status: 200,
				body: { object: "list", has_more: false, data: [...this.refunds.values()], url: "/v1/refunds" },
			};
		}
		const things = { payment_intents: this.intents, refunds: this.refunds, disputes: this.disputes };
		for (const [name, known] of Object.entries(things)) {
			const found = [...known.values()].find((thing) => thing.id === id);
			if (path.startsWith(`GET /v1/${name}/`) && found) return { status: 200, body: found };
		}
		return { status: 404, body: { error: { type: "invalid_request_error", message: path } } };
	},
	charge(form: URLSearchParams, key: string) {
		const amount = Number(form.get("amount"));
		const intent = this.intents.get(key) ?? {
			...{
				object: "payment_intent",
				id: `pi_${this.intents.size + 1}`,
				status: "succeeded",
				currency: form.get("currency"),
			},
			...{ amount, amount_received: amount, metadata: { paymentId: form.get("metadata[paymentId]") ?? "" } },
		};
		this.intents.set(key, intent);
		return intent;
	},
	giveBack(form: URLSearchParams, key: string): Reply {
		const known = this.refunds.get(key);
		// Stripe's own library asks again at once when a connection is cut: that is cut, too.
		if (known) return this.next === "hang up" ? "hang up" : { status: 200, body: known };
		const { next } = this;
		if (next !== "hang up") this.next = "succeeded";
		if (next === "charge_disputed" || next === "resource_missing") {
			return { status: 400, body: { error: { type: "invalid_request_error", code: next, message: "No" } } };
		}
		const refund: Refund = {
			...{ object: "refund", id: `re_${this.refunds.size + 1}`, status: next === "pending" ? "pending" : "succeeded" },
			...{ amount: Number(form.get("amount")), currency: "eur", payment_intent: form.get("payment_intent") ?? "" },
			metadata: { refundId: form.get("metadata[refundId]") ?? "" },
		};
		this.refunds.set(key, refund);
		return next === "hang up" ? next : { status: 200, body: refund };
	},
};

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const form = new URLSearchParams(Buffer.concat(chunks).toString());
	const key = String(incoming.headers["idempotency-key"] ?? "");
	const answer = double.answer(`${incoming.method} ${incoming.url}`, form, key);
	if (answer === "hang up") return void outgoing.destroy();
	outgoing.writeHead(answer.status, { "content-type": "application/json", "request-id": "req_1" });
	outgoing.end(JSON.stringify(answer.body));
}

const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
const ctx = createCtx();
let sunday = new Date("2027-01-10T19:00:00Z").getTime();
const closing = () => at(ctx, new Date(sunday));
const manager = () => actingAs(closing(), aPerson("manager"));

beforeAll(() => new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready)));
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

/** A client whose invoice of 95.00, 80.75 euros, was charged through Stripe. */
async function aPaidOrder() {
	const clientId = newId<ClientId>();
	const card = { kind: "stripe-card", token: "pm_pays", customer: "cus_1", label: "visa •••• 4242" } as const;
	await withTransaction(closing(), (tx) => putInForce(tx, clientId, card));
	const { orderId } = await anEndedOrder(closing(), "completed", { clientId });
	sunday += 7 * 86_400_000;
	for (let due = await openWeek(closing()); due; due = await openWeek(closing())) {
		while (!(await issueInvoices(closing(), due)).isClosed);
	}
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	await collectInvoice(closing(), { invoiceId: invoice?.id ?? newId() });
	const [payment] = await ctx.db.select().from(payments).where(eq(payments.clientId, clientId));
	await sendPayment(closing(), { paymentId: payment?.id ?? newId() });
	return {
		clientId,
		orderId: orderId as OrderId,
		invoiceId: invoice?.id ?? newId<InvoiceId>(),
		intent: double.intents.get(payment?.id ?? ""),
	};
}

async function aRefund(next: (typeof double)["next"], amount = 30_00) {
	const paid = await aPaidOrder();
	await waiveCharge(manager(), {
		...{ idempotencyKey: newId(), orderId: paid.orderId, amount: money(amount), reason: "The glasses stayed" },
	});
	const [begun] = await ctx.db.select().from(refunds).where(eq(refunds.clientId, paid.clientId));
	if (!begun) throw new Error("a refund was begun");
	double.next = next;
	const sent = await sendRefund(closing(), { refundId: begun.id });
	const now = async () => (await ctx.db.select().from(refunds).where(eq(refunds.id, begun.id)))[0];
	const there = () => {
		const refund = double.refunds.get(begun.id);
		if (!refund) throw new Error("Stripe has it");
		return refund;
	};
	return { ...paid, refundId: begun.id, sent, now, there };
}

function message(type: string, object: unknown, secret = "whsec_known_to_everybody"): Promise<Response> {
	const body = JSON.stringify({ id: "evt_1", object: "event", type, data: { object } });
	const timestamp = Math.floor(systemNow().getTime() / 1000);
	const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
	const headers = { "stripe-signature": `t=${timestamp},v1=${signature}` };
	return stripeWebhook(new Request("http://test/api/webhooks/stripe", { method: "POST", headers, body }));
}
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("a refund through Stripe", () => {
	it("gives back the share in euros of what was charged, under the refund's id, and the books stay in cat-units", async () => {
		const before = await balance(ctx, { kind: "stripe" });
		const { sent, now, refundId, clientId, intent } = await aRefund("succeeded");
		expect(sent).toEqual({ isSettled: true });
		expect(await now()).toMatchObject({ state: "succeeded", amount: 30_00n, settlementMinor: 25_50n });
		const [asked, ...more] = double.asked.filter(({ path, key }) => path === "POST /v1/refunds" && key === refundId);
		expect(more).toEqual([]);
		expect(Object.fromEntries(asked?.form ?? [])).toEqual({
			...{ amount: "2550", payment_intent: intent?.id, "metadata[refundId]": refundId },
		});
		expect((await balance(ctx, { kind: "stripe" })) - before).toBe(-95_00n + 30_00n);
		expect(await paidTotalOf(ctx, clientId)).toBe(65_00n);
		await holds();
	});

	it("of which nothing is known is asked about, and not given back again", async () => {
		const { sent, now, refundId } = await aRefund("hang up");
		expect(sent).toEqual({ isSettled: false });
		expect(await now()).toMatchObject({ state: "unknown", trouble: expect.any(String) });
		const orders = () => double.asked.filter(({ path, key }) => path === "POST /v1/refunds" && key === refundId).length;
		const before = orders();
		double.next = "succeeded";
		expect(await sendRefund(closing(), { refundId })).toEqual({ isSettled: true });
		expect(await now()).toMatchObject({ state: "succeeded" });
		expect(orders()).toBe(before);
		await holds();
	});

	it("is refused for good where the bank has the money already; by a fault of ours it stays unknown", async () => {
		const gone = await aRefund("charge_disputed");
		expect(await gone.now()).toMatchObject({ state: "refused", reason: "charge_disputed" });
		const ours = await aRefund("resource_missing");
		expect(await ours.now()).toMatchObject({ state: "unknown", trouble: expect.any(String) });
		await holds();
	});

	it("that Stripe decides later is settled by its messages: signed, twice, shuffled and late", async () => {
		const { now, there, refundId } = await aRefund("pending");
		expect(await now()).toMatchObject({ state: "pending" });
		const old = { ...there() };
		Object.assign(there(), { status: "succeeded" });
		expect((await message("refund.updated", there(), "whsec_another")).status).toBe(401);
		expect(await now()).toMatchObject({ state: "pending" });
		for (const told of [there(), old, there(), old]) {
			expect((await message("refund.updated", told)).status).toBe(200);
		}
		expect(await now()).toMatchObject({ state: "succeeded" });
		expect((await message("refund.updated", { ...there(), metadata: {} })).status).toBe(200);
		expect((await message("refund.updated", { ...there(), metadata: { refundId: newId() } })).status).toBe(404);
		expect(await sendRefund(closing(), { refundId })).toEqual({ isSettled: true });
		await holds();
	});

	it("that fails days after it has succeeded is taken back in the books, whatever old messages say then", async () => {
		const { now, there, clientId } = await aRefund("succeeded");
		const old = { ...there() };
		Object.assign(there(), { status: "failed", failure_reason: "expired_or_canceled_card" });
		for (const [type, told] of [
			["refund.failed", there()],
			["refund.updated", old],
			["charge.refund.updated", there()],
		] as const) {
			expect((await message(type, told)).status).toBe(200);
		}
		expect(await now()).toMatchObject({ state: "returned", reason: "expired_or_canceled_card" });
		expect(await paidTotalOf(ctx, clientId)).toBe(95_00n);
		await holds();
	});
});

describe("a payment that the client's bank demands back", () => {
	const dispute = (id: string, intent: unknown, status: string, amount = 80_75) => {
		const said = {
			object: "dispute",
			id,
			amount,
			currency: "eur",
			reason: "fraudulent",
			status,
			payment_intent: intent,
		};
		double.disputes.set(id, said);
		return said;
	};
	const seen = async (id: string) =>
		(await getAttention(manager())).disputes.items
			.filter(({ disputeId }) => disputeId === id)
			.map(({ outcome }) => outcome);
	const one = async (id: string) => (await ctx.db.select().from(disputes).where(eq(disputes.id, id)))[0];

	it("is put on record and before the managers, until it is won; a refund of it is refused meanwhile", async () => {
		const { intent, orderId } = await aPaidOrder();
		const opened = dispute("dp_1", intent?.id, "needs_response");
		for (let time = 0; time < 2; time++) expect((await message("charge.dispute.created", opened)).status).toBe(200);
		expect(await one("dp_1")).toMatchObject({ outcome: "open", statedMinor: 80_75n, reason: "fraudulent" });
		expect(await seen("dp_1")).toEqual(["open"]);
		const input = { idempotencyKey: newId<string>(), orderId, amount: money(1_00), reason: "The glasses stayed" };
		await expect(waiveCharge(manager(), input)).rejects.toMatchObject({ code: "billing.payment_in_doubt" });
		dispute("dp_1", intent?.id, "won");
		// Late and old: what counts is what Stripe says now.
		for (const old of [opened, { ...opened, status: "under_review" }]) {
			expect((await message("charge.dispute.updated", old)).status).toBe(200);
		}
		expect(await one("dp_1")).toMatchObject({ outcome: "won", status: "won" });
		expect(await seen("dp_1")).toEqual([]);
		await waiveCharge(manager(), { ...input, idempotencyKey: newId() });
		await holds();
	});

	it("and gets it, is owed again: posted once, whatever is told how often, late, and in what order", async () => {
		const { intent, orderId, clientId, invoiceId } = await aPaidOrder();
		const paid = await paidTotalOf(ctx, clientId);
		const opened = dispute("dp_4", intent?.id, "needs_response", 40_00);
		const lost = dispute("dp_4", intent?.id, "lost", 40_00);
		// What is asked now is what counts: the first message that arrives is the oldest one.
		await Promise.all([message("charge.dispute.created", opened), message("charge.dispute.closed", lost)]);
		for (const late of [lost, opened]) await message("charge.dispute.updated", late);
		dispute("dp_4", intent?.id, "under_review", 40_00);
		await message("charge.dispute.updated", opened);
		expect(await one("dp_4")).toMatchObject({ outcome: "lost", amount: 47_06n });
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(-47_06n);
		expect(await paidTotalOf(ctx, clientId)).toBe(paid - 47_06n);
		const asClient = actingAs(closing(), { ...aPerson("client"), clientId });
		const show = () => getInvoice(asClient, { invoiceId });
		expect(await show()).toMatchObject({ status: "overdue", due: 47_06n, payments: [{ chargedBack: 47_06n }] });
		expect(await objectionTo(ctx, clientId)).toBe("overdue");
		await holds();
		// The loss is taken by waiving, and what is left is paid by the bank.
		const waived = { orderId, amount: money(7_06), reason: "The client is right" };
		await waiveCharge(manager(), { idempotencyKey: newId(), ...waived });
		const bank = { invoiceId, amount: money(40_00), reference: `BANK ${invoiceId}` };
		await confirmTransfer(manager(), { idempotencyKey: newId(), ...bank });
		expect(await show()).toMatchObject({ status: "paid", due: 0n });
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		await holds();
	});

	it("and had got before the payment was known to have come, is booked when that is heard again, once", async () => {
		const { intent, clientId, invoiceId } = await aPaidOrder();
		const [payment] = await ctx.db.select().from(payments).where(eq(payments.invoiceId, invoiceId));
		const [now, lost] = [ctx.clock.now(), dispute("dp_5", intent?.id, "lost")];
		await ctx.db.insert(disputes).values({
			...{ id: "dp_5", paymentId: payment?.id ?? newId(), reason: "fraudulent", status: "lost", outcome: "lost" },
			...{ statedMinor: 80_75n, statedCurrency: "eur", heardAt: now, changedAt: now },
		});
		for (let time = 0; time < 2; time++) await message("charge.dispute.closed", lost);
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(-95_00n);
		await holds();
	});

	it("and is lost stays before the managers until one says what was done", async () => {
		const { intent } = await aPaidOrder();
		await message("charge.dispute.created", dispute("dp_2", intent?.id, "under_review"));
		const close = (who = manager()) =>
			closeDispute(who, { disputeId: "dp_2", reason: "Written off, the client was called" });
		await expect(close()).rejects.toMatchObject({ code: "billing.dispute_open" });
		await message("charge.dispute.closed", dispute("dp_2", intent?.id, "lost"));
		expect(await seen("dp_2")).toEqual(["lost"]);
		await expect(close(actingAs(closing(), aPerson("client")))).rejects.toMatchObject({ code: "common.not_allowed" });
		await close();
		expect(await seen("dp_2")).toEqual([]);
		await expect(close()).rejects.toMatchObject({ code: "billing.already_decided" });
		const audited = await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "billing.close-dispute"));
		expect(audited).toMatchObject([{ reason: "Written off, the client was called" }]);
	});

	it("is none of ours where Stripe knows of no payment of ours", async () => {
		double.intents.set("foreign", { id: "pi_foreign", object: "payment_intent", metadata: {} });
		expect((await message("charge.dispute.created", dispute("dp_3", "pi_foreign", "needs_response"))).status).toBe(200);
		expect(await one("dp_3")).toBeUndefined();
	});
});
