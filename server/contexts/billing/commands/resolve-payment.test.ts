import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, type InvoiceId, newId, type PaymentId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import type { Answer } from "../adapters/card-service";
import { balance } from "../ledger/balance";
import { getAttention } from "../queries/get-attention";
import { getInvoice } from "../queries/get-invoice";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder } from "../testing";
import { chooseMethod } from "./choose-method";
import { collectInvoice } from "./collect-invoice";
import { confirmTransfer } from "./confirm-transfer";
import { issueInvoices } from "./issue-invoices";
import { markOverdue } from "./mark-overdue";
import { openWeek } from "./open-week";
import { payInvoice } from "./pay-invoice";
import { resolvePayment } from "./resolve-payment";
import { sendPayment } from "./send-payment";
import { settlePayment } from "./settle-payment";

// A card service that can't be reached: of whatever is sent to it nothing is known.
vi.hoisted(() => {
	process.env.CARD_SANDBOX_URL = "http://127.0.0.1:1/card";
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
});

const ctx = at(createCtx(), "2027-01-09T12:00:00Z");
const issuing = at(createCtx(), "2027-01-10T19:00:00Z");
const aDayLater = at(createCtx(), "2027-01-10T12:00:01Z");
const manager = actingAs(ctx, aPerson("manager"));
const clientIds = Array.from({ length: 5 }, () => newId<ClientId>());

let clientId: ClientId;
let invoiceId: InvoiceId;
let paymentId: PaymentId;

beforeAll(async () => {
	for (const each of clientIds) await anEndedOrder(ctx, "completed", { clientId: each });
	for (let due = await openWeek(issuing); due; due = await openWeek(issuing)) {
		while (!(await issueInvoices(issuing, due)).isClosed);
	}
});

// Each test has a client of its own, whose payment was sent and never answered.
beforeEach(async () => {
	clientId = clientIds.pop() ?? newId<ClientId>();
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	invoiceId = invoice?.id ?? newId<InvoiceId>();
	const method = { kind: "sandbox-card", card: "pays" } as const;
	await chooseMethod(asClient(), { idempotencyKey: newId(), method });
	({ paymentId } = await pay());
	await sendPayment(ctx, { paymentId });
});

const asClient = () => actingAs(ctx, { ...aPerson("client"), clientId });
const pay = () => payInvoice(asClient(), { idempotencyKey: newId(), invoiceId, amount: money(95_00) });
const word = (became: "succeeded" | "refused") => ({
	...{ idempotencyKey: newId<string>(), paymentId, became, reason: "Seen in the service's books" },
});
const statementsOf = () => ctx.db.select().from(providerStatements).where(eq(providerStatements.paymentId, paymentId));
const statusOf = async () => (await getInvoice(asClient(), { invoiceId })).status;
const doubtsAt = async (when: typeof ctx) =>
	(await getAttention(actingAs(when, aPerson("manager")))).payments.items.filter(
		(found) => found.paymentId === paymentId,
	);
const said = (state: Answer["state"], stated = { minor: 95_00n, currency: "CTU" }, asAsked = true): Answer => ({
	...{ state, reference: "charge-1", stated, asAsked, reason: null },
});
const hear = (answer: Answer) => settlePayment(ctx, { paymentId, answer, heardBy: "webhook" });
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("a payment of which nothing is learnt", () => {
	it("is in doubt after a day, until a manager says that it has succeeded: once, on record, and the invoice is paid", async () => {
		expect(await doubtsAt(ctx)).toEqual([]);
		expect(await doubtsAt(aDayLater)).toMatchObject([{ invoiceId, amount: 95_00n, isContradicted: false }]);
		const input = word("succeeded");
		const [one, other] = await Promise.all([resolvePayment(manager, input), resolvePayment(manager, input)]);
		expect(one).toEqual(other);
		expect(await statusOf()).toBe("paid");
		expect(await statementsOf()).toMatchObject([
			{ heardBy: "manager", state: "succeeded", reason: "Seen in the service's books", statedMinor: 95_00n },
		]);
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		const audited = and(eq(auditEntries.subject, `payment:${paymentId}`), eq(auditEntries.reason, input.reason));
		expect(await ctx.db.select().from(auditEntries).where(audited)).toHaveLength(1);
		await expect(resolvePayment(manager, word("refused"))).rejects.toMatchObject({ code: "billing.already_decided" });
		expect(await doubtsAt(aDayLater)).toEqual([]);
		await holds();
	});

	it("that a manager says was refused leaves the invoice to be paid anew", async () => {
		await resolvePayment(manager, word("refused"));
		expect(await getInvoice(asClient(), { invoiceId })).toMatchObject({
			...{ status: "issued", due: 95_00n, payments: [{ state: "refused", reason: "other" }] },
		});
		await pay();
		expect(await statusOf()).toBe("collecting");
		await holds();
	});

	it("is not for its own client to decide, nor for anybody but a manager", async () => {
		const both = actingAs(ctx, { ...aPerson("manager", "client"), clientId });
		await expect(resolvePayment(both, word("succeeded"))).rejects.toMatchObject({ code: "billing.own_invoice" });
		await expect(resolvePayment(asClient(), word("succeeded"))).rejects.toMatchObject({ code: "common.not_allowed" });
		expect(await statementsOf()).toEqual([]);
	});

	it("is settled by the true amount, though the same number was stated in another currency before", async () => {
		await hear(said("succeeded", { minor: 95_00n, currency: "eur" }, false));
		expect(await statusOf()).toBe("collecting");
		await hear(said("succeeded"));
		expect(await statementsOf()).toMatchObject([{ asAsked: false }, { asAsked: true, statedCurrency: "CTU" }]);
		await holds();
	});
});

it("a payment that was refused, then said to have succeeded, stops every charge until a manager has looked", async () => {
	await hear(said("refused"));
	await hear(said("succeeded"));
	await expect(pay()).rejects.toMatchObject({ code: "billing.payment_contradicted" });
	expect(await collectInvoice(ctx, { invoiceId })).toEqual({ next: "wait" });
	expect(await markOverdue(ctx, { invoiceId })).toEqual({ next: "wait" });
	expect(await ctx.db.select().from(payments).where(eq(payments.invoiceId, invoiceId))).toHaveLength(1);
	expect(await doubtsAt(ctx)).toMatchObject([{ invoiceId, isContradicted: true }]);
	await confirmTransfer(manager, { idempotencyKey: newId(), invoiceId, amount: money(95_00), reference: "SERVICE 1" });
	expect(await statusOf()).toBe("paid");
	expect(await doubtsAt(ctx)).toMatchObject([{ invoiceId, isContradicted: true }]);
});
