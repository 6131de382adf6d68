import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payees, payers } from "@/db/schema/billing";
import { auditEntries } from "@/db/schema/platform";
import { getAccount, registerAccount } from "@/server/contexts/identity";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, newId, type OrderId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { issuePayouts } from "./commands/issue-payouts";
import { mirrorAccount } from "./commands/mirror-account";
import { openMonth } from "./commands/open-month";
import { recordOpeningBalance } from "./commands/record-opening-balance";
import { balance } from "./ledger/balance";
import { clientStanding } from "./queries/get-client-standing";
import { getClientStatement } from "./queries/get-client-statement";
import { getDiscountProgress } from "./queries/get-discount-progress";
import { getOfficeOrder } from "./queries/get-office-order";
import { getOwedThisWeek } from "./queries/get-owed-this-week";
import { getWorkerMonth } from "./queries/get-worker-month";
import { getWorkerStatement } from "./queries/get-worker-statement";
import { type anAssignment, anEndedOrder, correct } from "./testing";

/** A Wednesday noon in Moscow. */
const ctx = at(createCtx(), "2026-11-25T09:00:00Z");

const asClient = (clientId: ClientId | null) => actingAs(ctx, { ...aPerson("client"), clientId });
const asWorker = (workerId: ReturnType<typeof anAssignment>["workerId"], instant?: string) =>
	actingAs(instant ? at(ctx, instant) : ctx, { ...aPerson("worker"), workerId });

async function aClient(): Promise<ClientId> {
	const email = `${newId()}@cats.example`;
	const { accountId } = await registerAccount(ctx, {
		name: "Murka",
		email,
		phone: "",
		locale: "en",
		roles: ["client"],
	});
	const account = await getAccount(ctx, accountId);
	if (!account?.clientId) throw new Error("a client has a client id");
	return account.clientId;
}

type Mirrored = Parameters<typeof mirrorAccount>[1];

const mirrored = (given: Partial<Mirrored>): Mirrored => ({
	...{ accountId: newId(), version: 1, name: "Murka", email: "m@cats.example", phone: "", locale: "en", roles: [] },
	...{ clientId: null, workerId: null, active: true, ...given },
});

const opening = (clientId: ClientId, paid: number, idempotencyKey: string = newId()) => ({
	...{ clientId, idempotencyKey, paid: money(paid), reason: "Paid before the move, books of 2026-10-31" },
});

describe("R-040: how a client stands", () => {
	it("is no discount for whoever has paid nothing yet, nor for what is only owed", async () => {
		const { clientId } = await anEndedOrder(ctx, "completed");
		expect(await clientStanding(ctx, clientId)).toEqual({ paidTotal: 0n, discountPercent: 0, objection: null });
	});

	it("counts what was paid before the move to this system, and nothing is owed by it", async () => {
		const clientId = await aClient();
		await recordOpeningBalance(ctx, opening(clientId, 10_000_00));
		expect(await clientStanding(ctx, clientId)).toMatchObject({ paidTotal: 10_000_00n, discountPercent: 0 });
		await recordOpeningBalance(ctx, opening(clientId, 1));
		expect(await clientStanding(ctx, clientId)).toMatchObject({ paidTotal: 10_000_01n, discountPercent: 5 });
		expect(await balance(ctx, { kind: "client", ownerId: clientId })).toBe(0n);
		expect(await getDiscountProgress(asClient(clientId))).toMatchObject({
			paidTotal: 10_000_01n,
			percent: 5,
			next: { percent: 6, missing: 10_000_00n },
		});
	});

	it("is seen as the caller's transaction sees it", async () => {
		const clientId = await aClient();
		const inside = withTransaction(ctx, async (tx) => {
			await recordOpeningBalance(tx, opening(clientId, 20_000_01));
			expect(await clientStanding(tx, clientId)).toMatchObject({ discountPercent: 6 });
			throw new Error("changed my mind");
		});
		await expect(inside).rejects.toThrow("changed my mind");
		expect(await clientStanding(ctx, clientId)).toMatchObject({ discountPercent: 0 });
	});

	it("does not let a payer order whom identity has switched off", async () => {
		const clientId = newId<ClientId>();
		const version = (number: number, active: boolean) =>
			mirrorAccount(ctx, mirrored({ clientId, version: number, active }));
		await version(2, false);
		await version(1, true);
		expect(await clientStanding(ctx, clientId)).toMatchObject({ objection: "inactive" });
		await version(3, true);
		expect(await clientStanding(ctx, clientId)).toMatchObject({ objection: null });
		expect(await ctx.db.select().from(payers).where(eq(payers.clientId, clientId))).toMatchObject([{ version: 3 }]);
	});
});

describe("an opening balance", () => {
	it("is taken over once for one key, with an audit row", async () => {
		const clientId = await aClient();
		const input = opening(clientId, 12_000_00);
		await Promise.all(Array.from({ length: 10 }, () => recordOpeningBalance(ctx, input)));
		expect(await clientStanding(ctx, clientId)).toMatchObject({ paidTotal: 12_000_00n });
		const again = recordOpeningBalance(ctx, { ...input, paid: money(1) });
		await expect(again).rejects.toMatchObject({ code: "common.idempotency_key_reused" });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `client:${clientId}`));
		expect(audited).toMatchObject([{ action: "billing.record-opening-balance", after: { paid: "1200000" } }]);
	});

	it.each(["client", "worker", "warehouse", "manager"] as const)("is not taken over by a %s", async (role) => {
		const input = opening(await aClient(), 1);
		const tried = recordOpeningBalance(actingAs(ctx, aPerson(role)), input);
		await expect(tried).rejects.toMatchObject({ code: "common.not_allowed" });
	});

	it("is not taken over for a client nobody knows", async () => {
		const tried = recordOpeningBalance(ctx, opening(newId(), 1));
		await expect(tried).rejects.toMatchObject({ code: "common.not_found" });
	});
});

describe("R-250: what a client sees", () => {
	it("owed at the end of this week: each charge in force, line by line, and when", async () => {
		const clientId = newId<ClientId>();
		const first = await anEndedOrder(ctx, "completed", { clientId });
		const second = await anEndedOrder(at(ctx, "2026-11-25T10:00:00Z"), "failed", { clientId });
		await anEndedOrder(ctx, "completed");
		const owed = await getOwedThisWeek(asClient(clientId));
		expect(owed).toMatchObject({ total: 190_00n, count: 2, cutoff: new Date("2026-11-29T19:00:00Z") });
		expect(owed.lines).toMatchObject([
			{ orderId: second.orderId, outcome: "failed", amount: 95_00n },
			{ orderId: first.orderId, outcome: "completed", listPrice: 100_00n, discountPercent: 5, amount: 95_00n },
		]);
	});

	it("a corrected order is owed once, and the statement shows the charge, its reversal and the new charge", async () => {
		const order = await anEndedOrder(ctx, "failed");
		await correct(ctx, order, 2, "failed", "completed");
		const me = asClient(order.clientId);
		expect(await getOwedThisWeek(me)).toMatchObject({ total: 95_00n, lines: [{ outcome: "completed" }] });
		const { lines } = await getClientStatement(me, {});
		expect(
			lines.map(({ amount, isReversal, isReversed, order: about }) => [amount, isReversal, isReversed, about?.outcome]),
		).toEqual([
			[-95_00n, false, false, "completed"],
			[95_00n, true, false, "failed"],
			[-95_00n, false, true, "failed"],
		]);
		for (const { order: about } of lines) expect(about).not.toHaveProperty("words");
	});

	it("everything ever charged, a page at a time, and nothing of anybody else", async () => {
		const clientId = newId<ClientId>();
		await Promise.all(Array.from({ length: 53 }, () => anEndedOrder(ctx, "completed", { clientId })));
		await anEndedOrder(ctx, "completed");
		const me = asClient(clientId);
		const first = await getClientStatement(me, {});
		expect(first.lines).toHaveLength(50);
		const rest = await getClientStatement(me, { cursor: BigInt(first.nextCursor ?? 0) });
		expect(rest).toMatchObject({ nextCursor: null });
		expect(new Set([...first.lines, ...rest.lines].map(({ order }) => order?.orderId)).size).toBe(53);
		expect(await getClientStatement(asClient(newId()), {})).toEqual({ lines: [], nextCursor: null });
	});
});

describe("R-260: what a worker sees", () => {
	async function closeMonth(when: string) {
		const due = await openMonth(at(ctx, when));
		if (due) while (!(await issuePayouts(at(ctx, when), due)).isClosed);
	}

	it("this month so far, by the monthly cut-off: earnings, and penalties with the reason", async () => {
		const november = at(ctx, "2026-11-30T18:59:59Z");
		const workerId = newId<ReturnType<typeof anAssignment>["workerId"]>();
		await anEndedOrder(at(ctx, "2026-10-31T18:59:59Z"), "completed", { workerId });
		await closeMonth("2026-10-31T19:00:00Z");
		await anEndedOrder(at(ctx, "2026-10-31T19:00:00Z"), "completed", { workerId });
		await anEndedOrder(november, "failed", { workerId });
		const month = await getWorkerMonth(asWorker(workerId, "2026-11-30T18:59:59Z"));
		expect(month).toMatchObject({
			...{ earnings: 60_00n, penalties: -40_00n, total: 20_00n },
			cutoff: new Date("2026-11-30T19:00:00Z"),
			lines: [
				{ kind: "penalty", amount: -40_00n, order: { reason: "no-show", orderNumber: 12 } },
				{ kind: "earning", amount: 60_00n, order: { reason: "done" } },
			],
		});
		await closeMonth("2026-11-30T19:00:00Z");
		expect((await getWorkerMonth(asWorker(workerId, "2026-11-30T19:00:00Z"))).lines).toEqual([]);
		expect((await getWorkerStatement(asWorker(workerId), {})).lines).toHaveLength(3);
	});

	it("not what the client pays, nor the client's discount", async () => {
		const order = await anEndedOrder(ctx, "completed");
		const { lines } = await getWorkerStatement(asWorker(order.workerId), {});
		expect(lines[0]?.order).not.toHaveProperty("listPrice");
		expect(lines[0]?.order).not.toHaveProperty("discountPercent");
	});
});

describe("who may see whose money", () => {
	const visitor = actingAs(ctx, { kind: "visitor" });
	const asked = { client: getOwedThisWeek, progress: getDiscountProgress, worker: getWorkerMonth };

	it.each(Object.entries(asked))("%s: nobody but oneself", async (_name, query) => {
		await expect(query(visitor)).rejects.toMatchObject({ code: "common.sign_in_first" });
		for (const role of ["warehouse", "manager", "admin"] as const) {
			await expect(query(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});

	it("one order's money is for managers, with names", async () => {
		const order = await anEndedOrder(ctx, "failed");
		await mirrorAccount(ctx, mirrored({ name: "Murka", clientId: order.clientId }));
		await mirrorAccount(ctx, mirrored({ name: "Barsik", workerId: order.workerId }));
		const seen = await getOfficeOrder(actingAs(ctx, aPerson("manager")), { orderId: order.orderId });
		expect(
			seen.transactions.map(({ kind, postings }) => [
				kind,
				postings.map(({ amount, ownerName }) => [ownerName, amount]),
			]),
		).toEqual([
			[
				"charge",
				[
					["Murka", -95_00n],
					[null, 95_00n],
				],
			],
			[
				"penalty",
				[
					["Barsik", -40_00n],
					[null, 40_00n],
				],
			],
		]);
		expect(seen).toMatchObject({
			terms: [{ price: 95_00n }],
			endings: [{ outcome: "failed" }],
			charges: [{ amount: 95_00n }],
		});
		expect(await ctx.db.select().from(payees).where(eq(payees.workerId, order.workerId))).toHaveLength(1);
		for (const role of ["client", "worker", "warehouse"] as const) {
			const tried = getOfficeOrder(actingAs(ctx, aPerson(role)), { orderId: newId<OrderId>() });
			await expect(tried).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});
});
