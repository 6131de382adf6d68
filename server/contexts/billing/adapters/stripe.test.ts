import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { aPerson } from "@/server/contexts/identity/testing";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, newId, type PaymentId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { beginCard } from "../commands/begin-card";
import { putInForce } from "../commands/choose-method";
import { collectInvoice } from "../commands/collect-invoice";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";
import { sendPayment } from "../commands/send-payment";
import { stripeWebhook } from "../http";
import { balance } from "../ledger/balance";
import { findMethod } from "../queries/find-method";
import { getPaymentMethod } from "../queries/get-payment-method";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder } from "../testing";
import { inSettlement, stripeCharges, stripeSettings } from "./stripe";

const WEBHOOK_SECRET = "whsec_known_to_everybody";

const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	Object.assign(process.env, {
		...{ STRIPE_SECRET_KEY: "sk_test_known_to_everybody", STRIPE_WEBHOOK_SECRET: "whsec_known_to_everybody" },
		...{ STRIPE_CURRENCY: "eur", STRIPE_RATE: "0.85", STRIPE_API_URL: `http://127.0.0.1:${port}` },
	});
	return port;
});

type Intent = Record<string, unknown> & { id: string; status: string; metadata: { paymentId: string } };

/** Speaks as much of Stripe's protocol as is spoken to it: forms in, JSON out, idempotency keys, declines as 402. */
const double = {
	intents: new Map<string, Intent>(),
	customers: [] as { object: string; id: string }[],
	isAway: false,
	requests: [] as { path: string; form: URLSearchParams; key: string | undefined }[],
	answer(path: string, form: URLSearchParams, key: string | undefined): { status: number; body: unknown } | "hang up" {
		this.requests.push({ path, form, key });
		if (path === "POST /v1/payment_intents") return this.charge(form, key ?? "");
		if (path.startsWith("GET /v1/payment_intents?")) {
			return {
				status: 200,
				body: { object: "list", has_more: false, data: [...this.intents.values()], url: "/v1/payment_intents" },
			};
		}
		if (path.startsWith("GET /v1/payment_intents/")) {
			const id = path.slice("GET /v1/payment_intents/".length);
			return { status: 200, body: [...this.intents.values()].find((intent) => intent.id === id) };
		}
		if (path.startsWith("GET /v1/customers/search")) {
			return { status: 200, body: { object: "search_result", data: this.customers, url: "/v1/customers/search" } };
		}
		if (path === "POST /v1/customers") {
			this.customers.push({ object: "customer", id: "cus_1" });
			return { status: 200, body: this.customers[0] };
		}
		if (path === "POST /v1/checkout/sessions") {
			if (this.isAway) return { status: 503, body: { error: { type: "api_error", message: "away" } } };
			return {
				status: 200,
				body: { object: "checkout.session", id: "cs_1", url: "https://checkout.stripe.com/c/pay/cs_1" },
			};
		}
		if (path.startsWith("GET /v1/setup_intents/")) {
			const method = { object: "payment_method", id: "pm_left", type: "card", card: { brand: "visa", last4: "4242" } };
			return { status: 200, body: { object: "setup_intent", id: "seti_1", payment_method: method } };
		}
		return { status: 404, body: { error: { type: "invalid_request_error", message: path } } };
	},
	charge(form: URLSearchParams, key: string) {
		const method = form.get("payment_method") ?? "";
		if (method === "pm_gone" || method === "pm_ours") {
			const param = method === "pm_gone" ? "payment_method" : "customer";
			return { status: 400, body: { error: { type: "invalid_request_error", code: "resource_missing", param } } };
		}
		const known = this.intents.get(key);
		const declined = method === "pm_declined";
		const status = declined ? "requires_payment_method" : method === "pm_slow" ? "processing" : "succeeded";
		const intent: Intent = known ?? {
			...{ object: "payment_intent", id: `pi_${this.intents.size + 1}`, status, currency: form.get("currency") },
			...{
				amount: Number(form.get("amount")),
				amount_received: status === "succeeded" ? Number(form.get("amount")) : 0,
			},
			metadata: { paymentId: form.get("metadata[paymentId]") ?? "" },
			last_payment_error: declined ? { code: "card_declined", decline_code: "insufficient_funds" } : null,
		};
		this.intents.set(key, intent);
		if (method === "pm_cut") return "hang up" as const;
		if (!declined) return { status: 200, body: intent };
		const error = {
			type: "card_error",
			code: "card_declined",
			decline_code: "insufficient_funds",
			message: "Declined",
			payment_intent: intent,
		};
		return { status: 402, body: { error } };
	},
};

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const form = new URLSearchParams(Buffer.concat(chunks).toString());
	const key = incoming.headers["idempotency-key"];
	const answer = double.answer(`${incoming.method} ${incoming.url}`, form, typeof key === "string" ? key : undefined);
	if (answer === "hang up") return void outgoing.destroy();
	outgoing.writeHead(answer.status, { "content-type": "application/json", "request-id": "req_1" });
	outgoing.end(JSON.stringify(answer.body));
}

const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
const ctx = at(createCtx(), "2027-01-09T12:00:00Z");
const issuing = at(createCtx(), "2027-01-10T19:00:00Z");
const tokens = ["pm_pays", "pm_declined", "pm_slow", "pm_cut", "pm_gone", "pm_ours"] as const;
const clients = new Map(tokens.map((token) => [token, newId<ClientId>()]));
const clientOf = (token: (typeof tokens)[number]) => clients.get(token) ?? newId<ClientId>();

beforeAll(async () => {
	await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
	for (const [token, clientId] of clients) {
		await withTransaction(ctx, (tx) =>
			putInForce(tx, clientId, { kind: "stripe-card", token, customer: "cus_1", label: "visa •••• 4242" }),
		);
		await anEndedOrder(ctx, "completed", { clientId });
	}
	for (let due = await openWeek(issuing); due; due = await openWeek(issuing)) {
		while (!(await issueInvoices(issuing, due)).isClosed);
	}
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

async function collected(token: (typeof tokens)[number]): Promise<PaymentId> {
	const [invoice] = await ctx.db
		.select()
		.from(invoices)
		.where(eq(invoices.clientId, clientOf(token)));
	await collectInvoice(issuing, { invoiceId: invoice?.id ?? newId() });
	const [payment] = await ctx.db
		.select()
		.from(payments)
		.where(eq(payments.clientId, clientOf(token)));
	return payment?.id ?? newId<PaymentId>();
}

const paymentOf = async (id: PaymentId) => (await ctx.db.select().from(payments).where(eq(payments.id, id)))[0];
const chargesUnder = (id: PaymentId) =>
	double.requests.filter(({ path, key }) => path.startsWith("POST /v1/payment") && key === id);
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

function message(type: string, object: unknown, { secret = WEBHOOK_SECRET, ago = 0 } = {}): Promise<Response> {
	const body = JSON.stringify({ id: "evt_1", object: "event", type, data: { object } });
	const timestamp = Math.floor(systemNow().getTime() / 1000) - ago;
	const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
	const headers = { "stripe-signature": `t=${timestamp},v1=${signature}` };
	return stripeWebhook(new Request("http://test/api/webhooks/stripe", { method: "POST", headers, body }));
}

describe("amounts in the settlement currency", () => {
	it.each([
		[95_00, "0.85", 80_75n],
		[95_00, "1", 95_00n],
		[1, "0.5", 0n],
		[3, "0.5", 2n],
		[10_000_01, "1.234567", 12_345_68n],
		[100, "0.000001", 0n],
	])("%i hundredths at %s", (amount, rate, settled) => {
		expect(inSettlement(money(amount), { rate })).toBe(settled);
	});
});

describe("a card through Stripe", () => {
	it("is charged off session, in euros, under the payment's id, and the books stay in cat-units", async () => {
		const paymentId = await collected("pm_pays");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "succeeded", amount: 95_00n, settlementMinor: 80_75n });
		const [charge, ...more] = chargesUnder(paymentId);
		expect(more).toEqual([]);
		expect(Object.fromEntries(charge?.form ?? [])).toMatchObject({
			...{ amount: "8075", currency: "eur", customer: "cus_1", payment_method: "pm_pays" },
			...{ off_session: "true", confirm: "true", "metadata[paymentId]": paymentId },
		});
		const [said] = await ctx.db.select().from(providerStatements).where(eq(providerStatements.paymentId, paymentId));
		expect(said).toMatchObject({ statedMinor: 80_75n, statedCurrency: "eur", asAsked: true });
		expect(await balance(ctx, { kind: "stripe" })).toBe(-95_00n);
		await holds();
	});

	it("is charged by the rate of the moment when the payment began, whatever the rate is now", async () => {
		const settings = stripeSettings();
		if (!settings) throw new Error("there is Stripe");
		const request = {
			...{ paymentId: newId<PaymentId>(), amount: money(100_00), settlement: { minor: 85_00n, currency: "eur" } },
			...{ invoiceNumber: "2027-1", token: "pm_pays", customer: "cus_1", reference: null },
		};
		const answer = await stripeCharges({ ...settings, rate: "2", currency: "usd" }).charge(request);
		expect(answer).toMatchObject({ state: "succeeded", asAsked: true, stated: { minor: 85_00n, currency: "eur" } });
	});

	it("that is declined is refused, with Stripe's reason", async () => {
		const paymentId = await collected("pm_declined");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "refused", reason: "insufficient_funds" });
		await holds();
	});

	it("that Stripe has no more is refused", async () => {
		const paymentId = await collected("pm_gone");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "refused", reason: "resource_missing" });
	});

	it("that can't be charged by a fault of ours is not refused: it stays unknown, with what is wrong", async () => {
		const paymentId = await collected("pm_ours");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "unknown", trouble: expect.any(String) });
	});

	it("of which nothing is known is asked about, and not charged again", async () => {
		const paymentId = await collected("pm_cut");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "unknown" });
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(await paymentOf(paymentId)).toMatchObject({ state: "succeeded" });
		const sent = chargesUnder(paymentId).length;
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: true });
		expect(chargesUnder(paymentId)).toHaveLength(sent);
		expect([...double.intents.values()].filter(({ metadata }) => metadata.paymentId === paymentId)).toHaveLength(1);
		await holds();
	});

	it("that Stripe decides later is settled by its message, signed, fresh, once or twice", async () => {
		const paymentId = await collected("pm_slow");
		expect(await sendPayment(ctx, { paymentId })).toEqual({ isSettled: false });
		const intent = double.intents.get(paymentId);
		const done = { ...intent, status: "succeeded", amount_received: 80_75 };
		expect((await message("payment_intent.succeeded", done, { secret: "whsec_another" })).status).toBe(401);
		expect((await message("payment_intent.succeeded", done, { ago: 301 })).status).toBe(401);
		expect(await paymentOf(paymentId)).toMatchObject({ state: "pending" });
		for (const type of ["payment_intent.succeeded", "payment_intent.processing", "payment_intent.succeeded"]) {
			expect((await message(type, type.endsWith("processing") ? intent : done)).status).toBe(200);
		}
		expect(await paymentOf(paymentId)).toMatchObject({ state: "succeeded" });
		expect((await message("payment_intent.succeeded", { ...done, metadata: {} })).status).toBe(200);
		expect((await message("charge.refunded", {})).status).toBe(200);
		await holds();
	});
});

describe("leaving a card", () => {
	const sessionOf = (clientId: ClientId, created = systemNow()) => ({
		...{ object: "checkout.session", mode: "setup", client_reference_id: clientId },
		...{ setup_intent: "seti_1", customer: "cus_1", created: Math.floor(created.getTime() / 1000) },
	});
	const chooseTransfer = (clientId: ClientId) =>
		withTransaction(createCtx(), (tx) => putInForce(tx, clientId, { kind: "bank-transfer", label: "" }));

	it("told again when the client has chosen something else, it does not come back", async () => {
		const clientId = newId<ClientId>();
		await message("checkout.session.completed", sessionOf(clientId));
		await chooseTransfer(clientId);
		const later = new Date(systemNow().getTime() + 60_000);
		expect((await message("checkout.session.completed", sessionOf(clientId, later))).status).toBe(200);
		expect(await findMethod(ctx, clientId)).toMatchObject({ kind: "bank-transfer" });
	});

	it("told late, it does not overrule what the client has chosen since", async () => {
		const clientId = newId<ClientId>();
		await chooseTransfer(clientId);
		const before = new Date(systemNow().getTime() - 60_000);
		expect((await message("checkout.session.completed", sessionOf(clientId, before))).status).toBe(200);
		expect(await findMethod(ctx, clientId)).toMatchObject({ kind: "bank-transfer" });
		await message("checkout.session.completed", sessionOf(clientId));
		expect(await findMethod(ctx, clientId)).toMatchObject({ kind: "stripe-card", token: "pm_left" });
	});

	it("makes one customer of a client, and says so when Stripe is away", async () => {
		const mine = actingAs(ctx, { ...aPerson("client"), clientId: newId<ClientId>() });
		double.customers = [];
		for (let time = 0; time < 2; time++) await beginCard(mine, { idempotencyKey: newId() });
		expect(double.customers).toHaveLength(1);
		double.isAway = true;
		await expect(beginCard(mine, { idempotencyKey: newId() })).rejects.toMatchObject({
			code: "billing.card_service_away",
		});
		double.isAway = false;
	});

	it("happens on Stripe's page, and Stripe's message makes it the client's", async () => {
		const clientId = newId<ClientId>();
		const mine = actingAs(ctx, { ...aPerson("client"), clientId });
		expect(await getPaymentMethod(mine)).toEqual({ chosen: null, cardKind: "stripe-card" });
		expect(await beginCard(mine, { idempotencyKey: newId() })).toEqual({
			url: "https://checkout.stripe.com/c/pay/cs_1",
		});
		for (let time = 0; time < 2; time++) {
			expect((await message("checkout.session.completed", sessionOf(clientId))).status).toBe(200);
		}
		expect(await findMethod(ctx, clientId)).toMatchObject({
			kind: "stripe-card",
			token: "pm_left",
			label: "visa •••• 4242",
		});
		await expect(beginCard(actingAs(ctx, aPerson("manager")), { idempotencyKey: newId() })).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});
