import { and, arrayContains, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema/billing-collections";
import {
	sandboxRefunds as booksOfSandbox,
	disputes,
	sandboxDisputes as disputesOfSandbox,
	refundStatements,
	refunds,
} from "@/db/schema/billing-refunds";
import { outbox } from "@/db/schema/events";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, type InvoiceId, newId, type OrderId, type RefundId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { serveHttp } from "@/server/mounts/testing-server";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, createCtx } from "@/server/platform/context";
import { signMessage } from "@/server/platform/signed-messages";
import { askProviders } from "./commands/ask-providers";
import { chooseMethod } from "./commands/choose-method";
import { waiveCharge } from "./commands/waive-charge";
import type { SANDBOX_CARDS } from "./domain/sandbox-card";
import { billingFunctions } from "./functions";
import {
	sandboxCardWebhook,
	sandboxCharges,
	sandboxDisputeQuestions,
	sandboxDisputes,
	sandboxQuestions,
	sandboxRefundQuestions,
	sandboxRefunds,
} from "./http";
import { balance } from "./ledger/balance";
import { paidTotalOf } from "./queries/get-client-standing";
import { getClientStatement } from "./queries/get-client-statement";
import { getInvoice } from "./queries/get-invoice";
import { getOwedThisWeek } from "./queries/get-owed-this-week";
import { listInvoices } from "./queries/list-invoices";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anEndedOrder } from "./testing";

const SECRET = "a card service's secret, known to everybody";

const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.CARD_SANDBOX_URL = `http://127.0.0.1:${port}/api/sandbox/card`;
	process.env.CARD_SANDBOX_SECRET = "a card service's secret, known to everybody";
	process.env.APP_URL = `http://127.0.0.1:${port}`;
	return port;
});

const ctx = createCtx();
const SUNDAY = new Date("2027-03-07T19:00:00Z").getTime();
const MINUTE = 60_000;
const sinceCutoff = (ms: number) => new Date(SUNDAY + ms);

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let stop: () => Promise<void>;

const CARDS = [
	"pays",
	"slow",
	"twice",
	"late",
	"silent",
	"lost",
	"keeps",
	"returns",
] as const satisfies (typeof SANDBOX_CARDS)[number][];
type Card = (typeof CARDS)[number];
const people = new Map(CARDS.map((card) => [card, { clientId: newId<ClientId>(), orderId: newId<OrderId>() }]));
const idsOf = (card: Card) => people.get(card) ?? { clientId: newId<ClientId>(), orderId: newId<OrderId>() };
const asClient = (card: Card) => actingAs(ctx, { ...aPerson("client"), clientId: idsOf(card).clientId });
const manager = actingAs(ctx, aPerson("manager"));

// One paid invoice for each card, of which 30.00 is waived. Every event starts each function twice, and the first answer of every
// step is lost.
beforeAll(async () => {
	({ stop } = await serveHttp(
		{
			"/api/sandbox/card/charges": sandboxCharges,
			"/api/sandbox/card/questions": sandboxQuestions,
			"/api/sandbox/card/refunds": sandboxRefunds,
			"/api/sandbox/card/refund-questions": sandboxRefundQuestions,
			"/api/sandbox/card/dispute-questions": sandboxDisputeQuestions,
			"/api/webhooks/sandbox-card": sandboxCardWebhook,
		},
		port,
	));
	await moveBusinessTimeTo(sinceCutoff(-10 * MINUTE));
	engine = await startTestEngine(billingFunctions, { twice: true, repeated: true });
	for (const card of CARDS) {
		await chooseMethod(asClient(card), { idempotencyKey: newId(), method: { kind: "sandbox-card", card } });
		const { orderId } = await anEndedOrder(ctx, "completed", { clientId: idsOf(card).clientId });
		people.set(card, { clientId: idsOf(card).clientId, orderId });
	}
	await engine.travelTo(sinceCutoff(70 * MINUTE), 60_000);
	for (const card of CARDS) {
		expect(await paidTotalOf(ctx, idsOf(card).clientId)).toBe(95_00n);
		await waive(idsOf(card).orderId, 30_00);
	}
	await engine.travelTo(sinceCutoff(80 * MINUTE), 60_000);
}, 180_000);
afterAll(async () => {
	await engine.stop();
	await stop();
});

const waive = (orderId: OrderId, amount: number) =>
	waiveCharge(manager, { idempotencyKey: newId(), orderId, amount: money(amount), reason: "The glasses stayed" });

async function refundOf(card: Card) {
	const [refund, ...more] = await ctx.db
		.select()
		.from(refunds)
		.where(eq(refunds.clientId, idsOf(card).clientId));
	expect(more).toEqual([]);
	if (!refund) throw new Error("there is a refund");
	return refund;
}

const told = async (card: Card) => {
	const mine = arrayContains(outbox.subjects, [`client:${idsOf(card).clientId}`, `order:${idsOf(card).orderId}`]);
	const rows = await ctx.db.select().from(outbox).where(mine).orderBy(outbox.sequence);
	return rows
		.map(({ name }) => name)
		.filter((name) => name.startsWith("billing/refund.") || name === "billing/credit.granted");
};
const GIVEN = ["billing/refund.begun", "billing/credit.granted", "billing/refund.paid"];
const balances = async (card: Card) => ({
	owed: await balance(ctx, { kind: "client", ownerId: idsOf(card).clientId }),
	paid: await paidTotalOf(ctx, idsOf(card).clientId),
});
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("what was waived of an invoice that a card has paid goes back to the card", () => {
	it.each(["pays", "slow", "twice", "silent", "lost"] as const)("which %s: once, and told", async (card) => {
		expect(await refundOf(card)).toMatchObject({ state: "succeeded", amount: 30_00n, kind: "sandbox-card" });
		expect(await balances(card)).toEqual({ owed: 0n, paid: 65_00n });
		expect(await told(card)).toEqual(GIVEN);
		expect((await getOwedThisWeek(asClient(card))).lines).toEqual([]);
	});

	it("which answers late: nothing is booked until it is known", async () => {
		expect(await refundOf("late")).toMatchObject({ state: "pending", transactionId: null });
		expect(await balances("late")).toEqual({ owed: 30_00n, paid: 95_00n });
		await holds();
	});

	it("which takes nothing back: what was waived lowers the next invoice instead", async () => {
		expect(await refundOf("keeps")).toMatchObject({ state: "refused", reason: "lost_or_stolen_card" });
		expect(await balances("keeps")).toEqual({ owed: 30_00n, paid: 95_00n });
		expect(await getOwedThisWeek(asClient("keeps"))).toMatchObject({
			...{ total: -30_00n, lines: [{ kind: "credit", amount: -30_00n }] },
		});
		expect(await told("keeps")).toEqual(["billing/refund.begun", "billing/credit.granted", "billing/refund.failed"]);
	});

	it("the client reads on the invoice and in the statement why, and what became of it", async () => {
		const [head] = (await listInvoices(asClient("pays"), {})).invoices;
		const invoiceId = head?.invoiceId ?? newId<InvoiceId>();
		expect(await getInvoice(asClient("pays"), { invoiceId })).toMatchObject({
			...{ status: "paid", due: 0n, total: 95_00n },
			credits: [{ amount: 30_00n, reason: "The glasses stayed", orderNumber: 12, refund: { state: "succeeded" } }],
		});
		const { lines } = await getClientStatement(asClient("pays"), {});
		expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
			["refund", -30_00n],
			["waiver", 30_00n],
			["payment", 95_00n],
			["charge", -95_00n],
		]);
		expect(lines).toMatchObject([
			{ invoice: { number: head?.number } },
			{ waiver: { reason: "The glasses stayed" } },
			{ invoice: { number: head?.number } },
			{},
		]);
	});

	it("the card service gave back six times 30.00 of eight times 95.00, and the books are whole", async () => {
		expect(await balance(ctx, { kind: "sandbox-card" })).toBe(-8n * 95_00n + 6n * 30_00n);
		await holds();
	});
});

describe("within the hour", () => {
	beforeEach(() => engine.travelTo(sinceCutoff(140 * MINUTE), 60_000), 60_000);

	it("the late card has it, too", async () => {
		expect(await refundOf("late")).toMatchObject({ state: "succeeded" });
		expect(await balances("late")).toEqual({ owed: 0n, paid: 65_00n });
		expect(await told("late")).toEqual(GIVEN);
		await holds();
	});

	it("what came back after all is taken back in the books, counts as paid again, and lowers the next invoice", async () => {
		expect(await refundOf("returns")).toMatchObject({ state: "returned", reason: "lost_or_stolen_card" });
		expect(await balances("returns")).toEqual({ owed: 30_00n, paid: 95_00n });
		expect(await told("returns")).toEqual([...GIVEN, "billing/refund.failed"]);
		expect((await getOwedThisWeek(asClient("returns"))).total).toBe(-30_00n);
		await holds();
	});
});

it("asked live, the card service agrees about every charge and refund, and what it has otherwise is named", async () => {
	expect(await askProviders(ctx)).toEqual({ asked: 2 * CARDS.length, contradictions: [], silent: [] });
	const { id } = await refundOf("pays");
	await ctx.db.update(booksOfSandbox).set({ state: "refused" }).where(eq(booksOfSandbox.id, id));
	const { contradictions } = await askProviders(ctx);
	expect(contradictions).toEqual([`refund ${id}: here succeeded, there refused`]);
	await ctx.db.update(booksOfSandbox).set({ state: "succeeded" }).where(eq(booksOfSandbox.id, id));
});

it("the sandbox, told so over HTTP, lets a card's bank take a charge back: it is booked, and can be asked about", async () => {
	const [payment] = await ctx.db
		.select()
		.from(payments)
		.where(eq(payments.clientId, idsOf("slow").clientId));
	const order = async (outcome: string, more = {}) => {
		const body = JSON.stringify({ charge: payment?.id, outcome, ...more });
		const headers = signMessage(body, SECRET, systemNow());
		return (await sandboxDisputes(new Request("http://test/", { method: "POST", headers, body }))).status;
	};
	expect(await order("open", { amount: toWire(money(500_00)) })).toBe(409);
	for (const outcome of ["open", "open", "lost", "lost"]) expect(await order(outcome)).toBe(200);
	expect(await order("won")).toBe(409);
	expect(await paidTotalOf(ctx, idsOf("slow").clientId)).toBe(-30_00n);
	expect(await ctx.db.select().from(disputes)).toMatchObject([{ outcome: "lost", amount: 95_00n, status: "lost" }]);
	await holds();
	expect(await askProviders(ctx)).toEqual({ asked: 2 * CARDS.length + 1, contradictions: [], silent: [] });
	await ctx.db.update(disputesOfSandbox).set({ outcome: "won" });
	const { contradictions } = await askProviders(ctx, { since: sinceCutoff(0) });
	expect(contradictions).toEqual([expect.stringMatching(/^dispute .+: here lost, there succeeded$/)]);
	// What is settled for good and began before is not asked about.
	expect(await askProviders(ctx, { since: sinceCutoff(24 * 60 * MINUTE) })).toMatchObject({ asked: 0 });
});

describe("the card service's messages about refunds", () => {
	const message = (content: unknown, when = systemNow(), secret = SECRET) => {
		const body = JSON.stringify(content);
		const signed = signMessage(body, secret, when);
		return sandboxCardWebhook(new Request("http://test/", { method: "POST", headers: signed, body }));
	};
	const statement = (refund: RefundId, status: "pending" | "succeeded" | "refused", amount = 30_00) => ({
		...{ refund, status, reference: "refund-1", amount: toWire(money(amount)) },
		reason: status === "refused" ? "expired_card" : null,
	});

	it("that are old, unsigned, or about nothing of ours change nothing", async () => {
		const before = await refundOf("pays");
		const old = new Date(systemNow().getTime() - 301_000);
		expect((await message(statement(before.id, "refused"), old)).status).toBe(401);
		const forged = await message(statement(before.id, "refused"), systemNow(), "another secret, quite as long as it");
		expect(forged.status).toBe(401);
		expect((await message(statement(newId(), "succeeded"))).status).toBe(404);
		expect((await message({ refund: before.id, status: "stolen" })).status).toBe(400);
		expect(await refundOf("pays")).toEqual(before);
	});

	it("come twice, shuffled and late to the same end", async () => {
		const before = await refundOf("late");
		const said = { ...statement(before.id, "succeeded"), reference: before.reference ?? "" };
		for (const status of ["succeeded", "pending", "succeeded", "pending"] as const) {
			expect((await message({ ...said, status })).status).toBe(200);
		}
		expect(await refundOf("late")).toEqual(before);
		await holds();
	});

	it("about another amount settle nothing, and are for managers to look at", async () => {
		const before = await refundOf("keeps");
		expect((await message(statement(before.id, "succeeded", 29_00))).status).toBe(200);
		expect(await refundOf("keeps")).toEqual({ ...before, contradictedAt: expect.any(Date) });
		const odd = and(eq(refundStatements.refundId, before.id), eq(refundStatements.asAsked, false));
		expect(await ctx.db.select().from(refundStatements).where(odd)).toHaveLength(1);
		const found = (await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0);
		expect(found.map(({ name }) => name)).toEqual(["refunded-as-stated"]);
	});
});
