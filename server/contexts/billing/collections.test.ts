import { and, arrayContains, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { outbox } from "@/db/schema/events";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { daysLater } from "@/server/kernel/calendar";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, newId, type PaymentId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { serveHttp } from "@/server/mounts/testing-server";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, createCtx } from "@/server/platform/context";
import { closingsOf } from "@/server/platform/policies/closings";
import { signMessage } from "@/server/platform/signed-messages";
import { chooseMethod } from "./commands/choose-method";
import type { SANDBOX_CARDS } from "./domain/sandbox-card";
import { billingFunctions } from "./functions";
import { sandboxCardWebhook, sandboxCharges, sandboxQuestions } from "./http";
import { balance } from "./ledger/balance";
import { objectionTo, paidTotalOf } from "./queries/get-client-standing";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anEndedOrder } from "./testing";

const SECRET = "a card service's secret, known to everybody";

/** The environment is read once: where the card service and our own webhook are has to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.CARD_SANDBOX_URL = `http://127.0.0.1:${port}/api/sandbox/card`;
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
	process.env.APP_URL = `http://127.0.0.1:${port}`;
	return port;
});

const ctx = createCtx();
const SUNDAY = new Date("2027-03-07T19:00:00Z");
const DAY = 86_400_000;
const MINUTE = 60_000;
const sinceCutoff = (ms: number) => new Date(SUNDAY.getTime() + ms);

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let stop: () => Promise<void>;

type Card = (typeof SANDBOX_CARDS)[number];
const clients = new Map<Card | "transfer" | "nothing", ClientId>();

// One week: a client for each card, one who pays by transfer, and one who has chosen nothing. Every event starts each function
// twice, and the first answer of every step is lost.
beforeAll(async () => {
	({ stop } = await serveHttp(
		{
			"/api/sandbox/card/charges": sandboxCharges,
			"/api/sandbox/card/questions": sandboxQuestions,
			"/api/webhooks/sandbox-card": sandboxCardWebhook,
		},
		port,
	));
	await moveBusinessTimeTo(sinceCutoff(-DAY));
	engine = await startTestEngine(billingFunctions, {
		twice: true,
		repeated: true,
		looksAt: await closingsOf(ctx),
	});
	for (const card of ["pays", "refuses", "slow", "twice", "late", "bounces", "silent", "lost"] as const) {
		await choose(clientOf(card), { kind: "sandbox-card", card });
	}
	await choose(clientOf("transfer"), { kind: "bank-transfer" });
	for (const who of ["nothing", ...clients.keys()] as const) {
		await anEndedOrder(ctx, "completed", { clientId: clientOf(who) });
	}
	await engine.travelTo(sinceCutoff(10 * MINUTE), 60_000);
}, 120_000);
afterAll(async () => {
	await engine.stop();
	await stop();
});

function clientOf(who: Card | "transfer" | "nothing"): ClientId {
	const clientId = clients.get(who) ?? newId<ClientId>();
	clients.set(who, clientId);
	return clientId;
}

const asClient = (clientId: ClientId) => actingAs(ctx, { ...aPerson("client"), clientId });
const choose = (clientId: ClientId, method: { kind: "sandbox-card"; card: Card } | { kind: "bank-transfer" }) =>
	chooseMethod(asClient(clientId), { idempotencyKey: newId(), method });

async function invoiceOf(clientId: ClientId) {
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	if (!invoice) throw new Error("there is an invoice");
	return invoice;
}

const paymentsOf = (clientId: ClientId) =>
	ctx.db.select().from(payments).where(eq(payments.clientId, clientId)).orderBy(asc(payments.attempt));

const told = async (clientId: ClientId) => {
	const mine = and(
		arrayContains(outbox.subjects, [`client:${clientId}`]),
		sql`${outbox.name} like 'billing/invoice.%'`,
	);
	const rows = await ctx.db.select().from(outbox).where(mine).orderBy(asc(outbox.sequence));
	return rows.map(({ name }) => name.slice("billing/invoice.".length));
};

const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("R-220: ten minutes after the cut-off", () => {
	it.each(["pays", "slow", "twice", "silent", "lost"] as const)("a card that %s has paid, once", async (card) => {
		const clientId = clientOf(card);
		expect(await invoiceOf(clientId)).toMatchObject({ status: "paid", total: 95_00n });
		expect(await paymentsOf(clientId)).toMatchObject([{ state: "succeeded", asked: "collection", amount: 95_00n }]);
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		expect(await paidTotalOf(ctx, clientId)).toBe(95_00n);
		expect(await told(clientId)).toEqual(["issued", "paid"]);
	});

	it.each(["late", "bounces"] as const)("nobody knows yet whether the card %s pays", async (card) => {
		expect(await invoiceOf(clientOf(card))).toMatchObject({ status: "collecting" });
		expect(await paymentsOf(clientOf(card))).toMatchObject([{ state: "pending" }]);
	});

	it("a refused card is to be tried again, and may order until it is overdue", async () => {
		const clientId = clientOf("refuses");
		expect(await invoiceOf(clientId)).toMatchObject({ status: "failed", retriesLeft: 3 });
		expect(await told(clientId)).toEqual(["issued", "collection-failed"]);
		expect(await objectionTo(ctx, clientId)).toBeNull();
	});

	it.each(["transfer", "nothing"] as const)("who has chosen %s is awaited", async (who) => {
		expect(await invoiceOf(clientOf(who))).toMatchObject({ status: "issued", collectedBy: "transfer" });
		expect(await paymentsOf(clientOf(who))).toEqual([]);
	});

	it("the card service holds for the company what was collected, and the books are whole", async () => {
		expect(await balance(ctx, { kind: "sandbox-card" })).toBe(-5n * 95_00n);
		await holds();
	});
});

describe("later", () => {
	it("within the hour the late cards have answered", async () => {
		await engine.travelTo(sinceCutoff(70 * MINUTE), 60_000);
		expect(await invoiceOf(clientOf("late"))).toMatchObject({ status: "paid" });
		expect(await invoiceOf(clientOf("bounces"))).toMatchObject({ status: "failed" });
		await holds();
	}, 60_000);

	it("a refused card is tried again 1, 3 and 5 days after the first refusal, and then the invoice is overdue", async () => {
		const clientId = clientOf("refuses");
		await engine.travelTo(sinceCutoff(6 * DAY), 90_000);
		const [first, ...again] = await paymentsOf(clientId);
		const refusedAt = first?.settledAt ?? new Date(0);
		expect(again.map(({ begunAt }) => Math.round((begunAt.getTime() - refusedAt.getTime()) / DAY))).toEqual([1, 3, 5]);
		for (const [index, days] of [1, 3, 5].entries()) {
			const late = (again[index]?.begunAt.getTime() ?? 0) - daysLater(refusedAt, days, "Europe/Moscow").getTime();
			expect(late).toBeGreaterThanOrEqual(0);
			expect(late).toBeLessThan(MINUTE);
		}
		expect(await told(clientId)).toEqual(["issued", ...Array(4).fill("collection-failed"), "overdue"]);
		expect(await invoiceOf(clientId)).toMatchObject({ status: "overdue", retriesLeft: 0 });
		expect(await objectionTo(ctx, clientId)).toBe("overdue");
		await holds();
	}, 120_000);

	it("7 days less a minute after its issue an invoice may still be paid by transfer", async () => {
		await engine.travelTo(sinceCutoff(7 * DAY - MINUTE), 60_000);
		for (const who of ["transfer", "nothing"] as const) {
			expect(await invoiceOf(clientOf(who))).toMatchObject({ status: "issued" });
		}
	}, 60_000);

	it.each(["transfer", "nothing"] as const)(
		"7 days after its issue an invoice of %s is overdue",
		async (who) => {
			const clientId = clientOf(who);
			const { issuedAt } = await invoiceOf(clientId);
			await engine.travelTo(new Date(issuedAt.getTime() + 7 * DAY + MINUTE), 60_000);
			expect(await told(clientId)).toEqual(["issued", "overdue"]);
			expect(await objectionTo(ctx, clientId)).toBe("overdue");
			await holds();
		},
		120_000,
	);
});

describe("the card service's messages", () => {
	const message = (content: unknown, when = systemNow(), secret = SECRET) => {
		const body = JSON.stringify(content);
		const signed = signMessage(body, secret, when);
		return sandboxCardWebhook(new Request("http://test/", { method: "POST", headers: signed, body }));
	};
	const statement = (charge: PaymentId, status: "pending" | "succeeded" | "refused", amount = 95_00) => ({
		...{ charge, status, reference: "charge-1", amount: toWire(money(amount)) },
		reason: status === "refused" ? "stolen_card" : null,
	});

	it("that are old, unsigned or about nothing of ours change nothing", async () => {
		const [payment] = await paymentsOf(clientOf("pays"));
		const charge = payment?.id ?? newId<PaymentId>();
		expect((await message(statement(charge, "refused"), new Date(systemNow().getTime() - 301_000))).status).toBe(401);
		expect(
			(await message(statement(charge, "refused"), systemNow(), "another secret, quite as long as it")).status,
		).toBe(401);
		expect((await message(statement(newId(), "succeeded"))).status).toBe(404);
		expect((await message({ charge, status: "stolen" })).status).toBe(400);
		expect(await paymentsOf(clientOf("pays"))).toEqual([payment]);
		await holds();
	});

	it("come again and out of order to the same end", async () => {
		const [payment] = await paymentsOf(clientOf("late"));
		if (!payment) throw new Error("there is a payment");
		const said = { ...statement(payment.id, "succeeded"), reference: payment.reference ?? "" };
		for (const status of ["succeeded", "pending", "succeeded"] as const) {
			expect((await message({ ...said, status })).status).toBe(200);
		}
		expect(await paymentsOf(clientOf("late"))).toEqual([payment]);
		await holds();
	});
});
