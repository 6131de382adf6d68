import { and, arrayContains, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { invoiceLines, invoices, unbilledItems, weeks } from "@/db/schema/billing-invoices";
import { outbox } from "@/db/schema/events";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { type ClientId, newId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { issueInvoices } from "./commands/issue-invoices";
import { noteTerms } from "./commands/note-terms";
import { openWeek } from "./commands/open-week";
import { postEnding } from "./commands/post-ending";
import { endingFrom } from "./domain/ending";
import { runWeeks } from "./functions/run-weeks";
import { invoicePdf } from "./http";
import { getInvoice } from "./queries/get-invoice";
import { getOwedThisWeek } from "./queries/get-owed-this-week";
import { listInvoices } from "./queries/list-invoices";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anAssignment, anEndedOrder, completedEvent, correct } from "./testing";

const ctx = createCtx();
const DAY = 86_400_000;

/** Each test has a week of its own: a moment within it, and the moment after its cut-off. */
let sunday = new Date("2027-01-03T19:00:00Z").getTime();
let within = at(ctx, new Date(sunday - DAY));
let after = at(ctx, new Date(sunday));

beforeEach(async () => {
	await runDue(after);
	sunday += 21 * DAY;
	within = at(ctx, new Date(sunday - DAY));
	after = at(ctx, new Date(sunday));
});

const weekLater = (weeks: number) => at(ctx, new Date(sunday + weeks * 7 * DAY));

/** What the function does, with so few clients at once that a week takes several steps. */
async function runDue(now: typeof ctx) {
	for (let due = await openWeek(now); due; due = await openWeek(now)) {
		while (!(await issueInvoices(now, { ...due, clientsAtOnce: 2 })).isClosed);
	}
}

const invoicesOf = (clientId: ClientId) =>
	ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId)).orderBy(asc(invoices.week));

const linesOf = async (clientId: ClientId) =>
	(
		await ctx.db
			.select({
				week: invoices.week,
				orderId: invoiceLines.orderId,
				kind: invoiceLines.kind,
				amount: invoiceLines.amount,
			})
			.from(invoiceLines)
			.innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
			.where(eq(invoices.clientId, clientId))
			.orderBy(asc(invoices.week), asc(invoiceLines.position))
	).map(({ kind, amount }) => ({ kind, amount }));

const day = () => new Date(sunday).toISOString().slice(0, 10);
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

const orders = (clientId: ClientId, count: number, when = within) =>
	Promise.all(Array.from({ length: count }, () => anEndedOrder(when, "completed", { clientId })));

describe("R-220: at the cut-off", () => {
	it("a client's orders of the week go on one invoice, and the client is told", async () => {
		const clientId = newId<ClientId>();
		await orders(clientId, 3);
		await runDue(after);
		expect(await invoicesOf(clientId)).toMatchObject([
			{ week: day(), total: 285_00n, lineCount: 3, status: "issued", discountPercent: 0, issuedAt: after.clock.now() },
		]);
		expect(await linesOf(clientId)).toEqual(Array(3).fill({ kind: "charge", amount: 95_00n }));
		const told = await ctx.db
			.select()
			.from(outbox)
			.where(and(eq(outbox.name, "billing/invoice.issued"), arrayContains(outbox.subjects, [`client:${clientId}`])));
		expect(told).toMatchObject([{ data: { week: day(), total: { minor: "28500" }, lineCount: 3 } }]);
		await holds();
	});

	it("what is posted at it or later waits a week", async () => {
		const clientId = newId<ClientId>();
		await orders(clientId, 1, after);
		await runDue(after);
		expect(await invoicesOf(clientId)).toEqual([]);
		await runDue(weekLater(1));
		expect(await invoicesOf(clientId)).toHaveLength(1);
	});

	it("what was posted before but commits while the week is closed waits a week", async () => {
		const clientId = newId<ClientId>();
		const order = anAssignment({ clientId });
		await noteTerms(within, order);
		await withTransaction(within, async (tx) => {
			await postEnding(tx, { ...endingFrom(completedEvent(order)), outcome: "completed", reason: "done", words: "" });
			await runDue(after);
		});
		expect(await invoicesOf(clientId)).toEqual([]);
		await runDue(weekLater(1));
		expect(await linesOf(clientId)).toEqual([{ kind: "charge", amount: 95_00n }]);
		await holds();
	});

	it("running twice, and on two machines at once, makes the invoices of one run, numbered without gaps", async () => {
		const clients = Array.from({ length: 11 }, () => newId<ClientId>());
		for (const clientId of clients) await orders(clientId, 2);
		await Promise.all([runDue(after), runDue(after), runDue(after)]);
		await runDue(after);
		const issued = await ctx.db.select().from(invoices).where(eq(invoices.week, day())).orderBy(asc(invoices.sequence));
		expect(issued.map(({ clientId }) => clientId)).toEqual([...clients].sort());
		const first = issued[0]?.sequence ?? 0;
		expect(issued.map(({ sequence }) => sequence)).toEqual(clients.map((_, index) => first + index));
		await holds();
	});

	it("a client who is owed more than is charged gets no invoice until there is more", async () => {
		const clientId = newId<ClientId>();
		const { clientPays } = anAssignment();
		const dear = { ...clientPays, cancelled: toWire(money(10_00)) };
		const order = await anEndedOrder(within, "completed", { clientId, clientPays: dear });
		await runDue(after);
		await correct(after, order, 2, "completed", "cancelled");
		await runDue(weekLater(1));
		expect(await invoicesOf(clientId)).toHaveLength(1);
		await orders(clientId, 1, weekLater(1));
		await runDue(weekLater(2));
		expect(await invoicesOf(clientId)).toMatchObject([{ total: 95_00n }, { total: 20_00n - 10_00n, lineCount: 3 }]);
		await holds();
	});

	it("an invoice that comes to nothing is closed at once", async () => {
		const clientId = newId<ClientId>();
		const order = await anEndedOrder(within, "failed", { clientId });
		await runDue(after);
		await correct(after, order, 2, "failed", "completed");
		await runDue(weekLater(1));
		expect(await invoicesOf(clientId)).toMatchObject([
			{ total: 95_00n, status: "issued" },
			{ total: 0n, status: "paid" },
		]);
		await holds();
	});
});

describe("a corrected ending", () => {
	it("before the cut-off leaves one line", async () => {
		const clientId = newId<ClientId>();
		const order = await anEndedOrder(within, "failed", { clientId });
		await correct(within, order, 2, "failed", "completed");
		await runDue(after);
		expect(await linesOf(clientId)).toEqual([{ kind: "charge", amount: 95_00n }]);
		await holds();
	});

	it("during the run is either on the bill and taken back, or not on it", async () => {
		const clientId = newId<ClientId>();
		const order = await anEndedOrder(within, "failed", { clientId });
		await Promise.all([runDue(after), correct(after, order, 2, "failed", "completed")]);
		await runDue(weekLater(1));
		const sum = (await linesOf(clientId)).reduce((total, { amount }) => total + amount, 0n);
		expect(sum).toBe(95_00n);
		expect(await ctx.db.select().from(unbilledItems).where(eq(unbilledItems.clientId, clientId))).toEqual([]);
		await holds();
	});
});

describe("the database", () => {
	it("refuses a charge on two invoices, and changing what was billed", async () => {
		const clientId = newId<ClientId>();
		await orders(clientId, 1);
		await runDue(after);
		const [invoice] = await invoicesOf(clientId);
		const [line] = await ctx.db
			.select()
			.from(invoiceLines)
			.where(eq(invoiceLines.invoiceId, invoice?.id ?? newId()));
		if (!invoice || !line) throw new Error("there is an invoice");
		await expect(ctx.db.insert(invoiceLines).values({ ...line, position: 2 })).rejects.toMatchObject({
			cause: { constraint_name: "invoice_lines_item" },
		});
		await expect(
			ctx.db.update(invoices).set({ total: line.amount }).where(eq(invoices.id, invoice.id)),
		).rejects.toThrow();
		await expect(ctx.db.delete(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id))).rejects.toThrow();
		expect(await linesOf(clientId)).toHaveLength(1);
	});
});

describe("the cycle", () => {
	it("closes the week by itself when its time comes, killed in the middle or not", async () => {
		await moveBusinessTimeTo(new Date(sunday - 3_600_000));
		const engine = await startTestEngine([runWeeks], { twice: true, repeated: true });
		try {
			const clientId = newId<ClientId>();
			await orders(clientId, 2);
			await engine.travelTo(new Date(sunday - 120_000));
			expect(await invoicesOf(clientId)).toEqual([]);
			const passing = engine.travelTo(new Date(sunday + 1000)).catch(() => undefined);
			await engine.kill();
			await engine.resume();
			await passing;
			await engine.travelTo(new Date(sunday + 1_800_000));
			expect(await invoicesOf(clientId)).toMatchObject([{ week: day(), total: 190_00n }]);
			const [week] = await ctx.db.select().from(weeks).where(eq(weeks.day, day()));
			expect(week?.closedAt).not.toBeNull();
			await holds();
		} finally {
			await engine.stop();
		}
	});
});

describe("R-250: what people see of it", () => {
	const asClient = (clientId: ClientId) => actingAs(ctx, { ...aPerson("client"), clientId });

	it("the client sees what is owed until it is billed, then the invoice with its lines", async () => {
		const clientId = newId<ClientId>();
		const [order] = await orders(clientId, 1);
		const mine = asClient(clientId);
		expect(await getOwedThisWeek(mine)).toMatchObject({
			total: 95_00n,
			count: 1,
			lines: [{ orderId: order?.orderId }],
		});
		await runDue(after);
		expect(await getOwedThisWeek(mine)).toMatchObject({ total: 0n, count: 0, lines: [] });
		const {
			invoices: [head],
			nextCursor,
		} = await listInvoices(mine, {});
		expect(nextCursor).toBeNull();
		if (!head) throw new Error("there is an invoice");
		expect(await getInvoice(mine, head)).toMatchObject({
			...{ number: head.number, total: 95_00n, discountPercent: 0, next: { percent: 5, missing: 10_000_01n } },
			lines: [{ orderId: order?.orderId, kind: "charge", listPrice: 100_00n, discountPercent: 5, amount: 95_00n }],
		});
	});

	it("it is there for its client and for managers, and for nobody else", async () => {
		const clientId = newId<ClientId>();
		await orders(clientId, 1);
		await runDue(after);
		const {
			invoices: [head],
		} = await listInvoices(asClient(clientId), {});
		if (!head) throw new Error("there is an invoice");
		expect(await getInvoice(actingAs(ctx, aPerson("manager")), head)).toMatchObject({ number: head.number });
		for (const actor of [asClient(newId()).actor, aPerson("worker"), aPerson("warehouse")]) {
			await expect(getInvoice(actingAs(ctx, actor), head)).rejects.toMatchObject({ code: "common.not_found" });
		}
	});

	it.each(["en", "ru"] as const)("it is a PDF in %s", async (locale) => {
		const clientId = newId<ClientId>();
		await orders(clientId, 30);
		await runDue(after);
		const {
			invoices: [head],
		} = await listInvoices(asClient(clientId), {});
		const answer = await invoicePdf(asClient(clientId), { id: head?.invoiceId ?? "", locale });
		expect(answer.headers.get("content-type")).toBe("application/pdf");
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
		await expect(invoicePdf(asClient(newId()), { id: head?.invoiceId ?? "", locale })).rejects.toMatchObject({
			code: "common.not_found",
		});
		await expect(invoicePdf(asClient(clientId), { id: "1", locale })).rejects.toMatchObject({
			code: "common.not_found",
		});
	});
});
