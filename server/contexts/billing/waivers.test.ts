import { and, arrayContains, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { creditNotes } from "@/db/schema/billing-credits";
import { invoices } from "@/db/schema/billing-invoices";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, type InvoiceId, newId, type OrderId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { confirmTransfer } from "./commands/confirm-transfer";
import { decideApproval } from "./commands/decide-approval";
import { issueInvoices } from "./commands/issue-invoices";
import { openWeek } from "./commands/open-week";
import { waiveCharge } from "./commands/waive-charge";
import { balance } from "./ledger/balance";
import { getInvoice } from "./queries/get-invoice";
import { getOfficeOrder } from "./queries/get-office-order";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anAssignment, anEndedOrder, correct } from "./testing";

const ctx = createCtx();
const WEEK = 7 * 86_400_000;

/** Each test has weeks of its own. */
let sunday = new Date("2027-01-10T19:00:00Z").getTime();
let clientId: ClientId;
let week = 0;
const within = () => at(ctx, new Date(sunday + week * WEEK - 3_600_000));
const closing = () => at(ctx, new Date(sunday + week * WEEK));
const manager = aPerson("manager");
const other = aPerson("manager");
const as = (actor: typeof manager) => actingAs(closing(), actor);

beforeEach(async () => {
	await close();
	sunday += 8 * WEEK;
	week = 0;
	clientId = newId<ClientId>();
});

async function close(): Promise<void> {
	for (let due = await openWeek(closing()); due; due = await openWeek(closing())) {
		while (!(await issueInvoices(closing(), due)).isClosed);
	}
}

const anOrder = () => anEndedOrder(within(), "completed", { clientId });
const waive = (orderId: OrderId, amount: number, actor = manager, when = closing()) =>
	waiveCharge(actingAs(when, actor), {
		idempotencyKey: newId(),
		orderId,
		amount: money(amount),
		reason: "The glasses stayed",
	});
const invoicesOf = async () => {
	const rows = await ctx.db.select().from(invoices).where(eq(invoices.clientId, clientId)).orderBy(invoices.issuedAt);
	return rows.map(({ id, total, credited, status }) => ({ id, total, credited, status }));
};
const firstInvoice = async (): Promise<InvoiceId> => (await invoicesOf())[0]?.id ?? newId<InvoiceId>();
const owes = () => balance(ctx, { kind: "client", ownerId: clientId });
const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

describe("a waiver", () => {
	it("of what is on no invoice yet lowers the next one, in the books, on record and told", async () => {
		const { orderId } = await anOrder();
		const revenue = await balance(ctx, { kind: "waived" });
		expect(await waive(orderId, 20_00, manager, within())).toMatchObject({ outcome: "waived" });
		expect(await owes()).toBe(-75_00n);
		expect((await balance(ctx, { kind: "waived" })) - revenue).toBe(-20_00n);
		await close();
		expect(await invoicesOf()).toMatchObject([{ total: 75_00n, credited: 0n, status: "issued" }]);
		const shown = await getInvoice(as(manager), { invoiceId: await firstInvoice() });
		expect(shown.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
			["charge", 95_00n],
			["credit", -20_00n],
		]);
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `order:${orderId}`));
		expect(audited).toMatchObject([
			{ action: "billing.waive-charge", reason: "The glasses stayed", actor: { name: "Murka" } },
		]);
		const told = and(eq(outbox.name, "billing/credit.granted"), arrayContains(outbox.subjects, [`order:${orderId}`]));
		expect(await ctx.db.select().from(outbox).where(told)).toMatchObject([
			{ data: { amount: { minor: "2000" }, invoiceId: null } },
		]);
		await holds();
	});

	it("of what is on an open invoice lowers that one, and one that comes to nothing is paid", async () => {
		const [one, two] = [await anOrder(), await anOrder()];
		await close();
		await waive(one.orderId, 95_00);
		expect(await invoicesOf()).toMatchObject([{ total: 190_00n, credited: 95_00n, status: "issued" }]);
		expect(await getInvoice(as(manager), { invoiceId: await firstInvoice() })).toMatchObject({ due: 95_00n });
		await waive(two.orderId, 95_00, other);
		expect(await invoicesOf()).toMatchObject([{ credited: 190_00n, status: "paid" }]);
		expect(await owes()).toBe(0n);
		await holds();
	});

	it("leaves to be paid what is left", async () => {
		const { orderId } = await anOrder();
		await close();
		await waive(orderId, 15_00);
		const input = { idempotencyKey: newId<string>(), invoiceId: await firstInvoice(), reference: "B-1" };
		await expect(confirmTransfer(as(manager), { ...input, amount: money(95_00) })).rejects.toMatchObject({
			code: "billing.amount_changed",
		});
		await confirmTransfer(as(manager), { ...input, amount: money(80_00) });
		expect(await invoicesOf()).toMatchObject([{ status: "paid" }]);
		expect(await owes()).toBe(0n);
		await holds();
	});

	it("of what is paid lowers another open invoice, if there is one", async () => {
		const { orderId } = await anOrder();
		await close();
		await confirmTransfer(as(manager), {
			...{ idempotencyKey: newId(), invoiceId: await firstInvoice(), amount: money(95_00), reference: "B-2" },
		});
		week += 1;
		await anOrder();
		await close();
		await waive(orderId, 30_00);
		expect(await invoicesOf()).toMatchObject([
			{ total: 95_00n, credited: 0n },
			{ total: 95_00n, credited: 30_00n },
		]);
		expect(await owes()).toBe(-65_00n);
		await holds();
	});

	it("goes with its charge when the ending is corrected, wherever it had gone", async () => {
		for (const billed of [false, true]) {
			clientId = newId<ClientId>();
			const order = await anEndedOrder(within(), "failed", { clientId });
			if (billed) await close();
			await waive(order.orderId, 20_00);
			await correct(closing(), order, 2, "failed", "completed");
			expect(await owes()).toBe(-95_00n);
			week += 1;
			await close();
			const left = (await invoicesOf()).reduce((sum, { total, credited }) => sum + total - credited, 0n);
			expect(left).toBe(95_00n);
			await holds();
		}
	});

	it("at the same moment as a correction happens before it, or not at all", async () => {
		const order = await anEndedOrder(within(), "failed", { clientId });
		const [, waived] = await Promise.allSettled([
			correct(closing(), order, 2, "failed", "completed"),
			waive(order.orderId, 20_00),
		]);
		const known = await ctx.db.select().from(creditNotes).where(eq(creditNotes.orderId, order.orderId));
		expect(known).toHaveLength(waived.status === "fulfilled" ? 1 : 0);
		await holds();
	});
});

describe("who may waive what", () => {
	it("a manager, at most what was charged, once, and nothing that was taken back", async () => {
		const order = await anOrder();
		await expect(waive(order.orderId, 95_01)).rejects.toMatchObject({ code: "billing.waives_too_much" });
		for (const role of ["client", "worker", "warehouse"] as const) {
			await expect(waive(order.orderId, 1_00, aPerson(role))).rejects.toMatchObject({ code: "common.not_allowed" });
		}
		expect((await getOfficeOrder(as(manager), { orderId: order.orderId })).waivable).toBe(95_00n);
		await waive(order.orderId, 1_00);
		expect((await getOfficeOrder(as(manager), { orderId: order.orderId })).waivable).toBeNull();
		await expect(waive(order.orderId, 1_00)).rejects.toMatchObject({ code: "billing.already_waived" });
		const cancelled = anAssignment();
		const free = await anEndedOrder(within(), "cancelled", {
			clientPays: { ...cancelled.clientPays, cancelled: toWire(money(0)) },
		});
		await expect(waive(free.orderId, 1_00)).rejects.toMatchObject({ code: "billing.nothing_to_waive" });
		await expect(waive(newId<OrderId>(), 1_00)).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("for one client within a month in all, so that small waivers do not add up", async () => {
		const [one, two] = [await anOrder(), await anOrder()];
		expect(await waive(one.orderId, 60_00)).toMatchObject({ outcome: "waived" });
		expect(await waive(two.orderId, 40_01)).toMatchObject({ outcome: "waiting" });
		expect(await waive(two.orderId, 40_00)).toMatchObject({ outcome: "waived" });
		await holds();
	});

	it("above the limit another manager decides, and never the one who asked", async () => {
		const dear = toWire(money(2_000_00));
		const { orderId } = await anEndedOrder(within(), "completed", {
			...{ clientId, clientPays: { completed: dear, cancelled: dear, failed: dear } },
		});
		const asked = await waive(orderId, 2_000_00);
		if (asked.outcome !== "waiting") throw new Error("it waits for another manager");
		expect(await owes()).toBe(-2_000_00n);
		const decide = (actor: typeof manager) =>
			decideApproval(as(actor), { approvalId: asked.approvalId, decision: "approved", words: "" });
		await expect(decide(manager)).rejects.toMatchObject({ code: "billing.own_approval" });
		await decide(other);
		expect(await owes()).toBe(0n);
		const [note] = await ctx.db.select().from(creditNotes).where(eq(creditNotes.orderId, orderId));
		expect(note).toMatchObject({ grantedBy: { id: manager.accountId }, approvedBy: { id: other.accountId } });
		await holds();
	});
});
