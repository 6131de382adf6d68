import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { payers } from "@/db/schema/billing";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { type ClientId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { closeDay } from "../commands/close-day";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";
import { sealDay } from "../commands/seal-day";
import { comingInvoicesList, ledgerList, sealsList } from "../contracts";
import { exportComingInvoices, exportLedger } from "../http";
import { anEndedOrder, correct } from "../testing";
import { getBooksCheck } from "./get-books-check";
import { getInvoice } from "./get-invoice";
import { getLedgerTransaction } from "./get-ledger-transaction";
import { countComingInvoices, getComingWeek, listComingInvoices } from "./list-coming-invoices";
import { listInvoices } from "./list-invoices";
import { countLedger, listLedger, listLedgerWords } from "./list-ledger";
import { listSeals } from "./list-seals";

const ctx = createCtx();
const SUNDAY = "2026-11-29T19:00:00Z";
const monday = at(ctx, "2026-11-23T10:00:00Z");
const tuesday = at(ctx, "2026-11-24T10:00:00Z");
const office = actingAs(at(ctx, "2026-11-25T10:00:00Z"), aPerson("manager"));

const list = (asked: object = {}) => listLedger(office, ledgerList.input.parse(asked));
const found = async (asked: object) =>
	(await list(asked)).rows.map(({ kind, reverses }) => (reverses ? `${kind} taken back` : kind)).reverse();

let completed: Awaited<ReturnType<typeof anEndedOrder>>;
let corrected: Awaited<ReturnType<typeof anEndedOrder>>;
const murka = newId<ClientId>();

beforeAll(async () => {
	await ctx.db.insert(payers).values({ clientId: murka, version: 1, name: "Murka 100% %_", active: true });
	completed = await anEndedOrder(monday, "completed", { clientId: murka, orderNumber: 71 });
	corrected = await anEndedOrder(tuesday, "failed", { orderNumber: 712 });
	await correct(tuesday, corrected, 2, "failed", "completed");
});

describe("the office's view of the books", () => {
	it("lists transactions with their postings, newest first", async () => {
		const { rows } = await list();
		expect(rows).toHaveLength(8);
		expect(rows.at(-1)).toMatchObject({
			...{ kind: "charge", businessDate: "2026-11-23", reason: "order 71 completed", orderId: completed.orderId },
			...{ amount: 95_00n, reverses: null, isReversed: false },
			postings: [
				{ account: "client", ownerId: murka, ownerName: "Murka 100% %_", amount: -95_00n },
				{ account: "order-revenue", ownerId: null, ownerName: null, amount: 95_00n },
			],
		});
		const ids = rows.map(({ transactionId }) => BigInt(transactionId));
		expect(ids).toEqual([...ids].sort((one, other) => (one < other ? 1 : -1)));
	});

	const whole = ["charge", "penalty", "charge taken back", "penalty taken back", "charge", "earning"];
	it.each<[string, () => object, string[]]>([
		["kind", () => ({ kind: "penalty" }), ["penalty", "penalty taken back"]],
		["a kind that nobody knows", () => ({ kind: "gift" }), []],
		["account", () => ({ account: "penalty-income" }), ["penalty", "penalty taken back"]],
		["client", () => ({ clientId: murka }), ["charge"]],
		["worker", () => ({ workerId: completed.workerId }), ["earning"]],
		["client and another kind of account", () => ({ clientId: murka, account: "worker" }), []],
		["somebody unknown", () => ({ workerId: newId() }), []],
		["period", () => ({ from: "2026-11-24" }), whole],
		["a day", () => ({ from: "2026-11-23", to: "2026-11-23" }), ["charge", "earning"]],
		["order", () => ({ orderId: corrected.orderId }), whole],
		["words", () => ({ search: "order 71 comp" }), ["charge", "earning"]],
		[
			"words of what was mended",
			() => ({ search: "corrected from failed" }),
			["charge taken back", "penalty taken back"],
		],
		["words that never meet", () => ({ search: "71 712" }), []],
	])("is filtered by %s", async (_what, asked, kinds) => {
		expect(await found(asked())).toEqual(kinds);
		const { from, to, ...rest } = asked() as { from?: string; to?: string };
		expect(await countLedger(office, { from, to, ...rest })).toEqual({ count: kinds.length, more: false });
	});

	it("is searched by a transaction's number", async () => {
		const [first] = (await list()).rows;
		const { rows } = await list({ search: `#${first?.transactionId}` });
		expect(rows.map(({ transactionId }) => transactionId)).toContain(first?.transactionId);
	});

	it.each(["", "penalty"])("is paged by key without losing or repeating any: %s", async (search) => {
		const asked = search ? { kind: search, limit: 1 } : { limit: 3 };
		const all = (await list({ ...asked, limit: 100 })).rows.map(({ transactionId }) => transactionId);
		const seen: string[] = [];
		for (let after: string | undefined; ; ) {
			const page = await list({ ...asked, ...(after && { after }) });
			seen.push(...page.rows.map(({ transactionId }) => transactionId));
			if (!page.after) break;
			after = page.after;
		}
		expect(seen).toEqual(all);
	});

	it("goes as CSV, a line a posting", async () => {
		const answer = await exportLedger(
			office,
			new URLSearchParams({ kind: "charge", from: "2026-11-23", to: "2026-11-23" }),
		);
		const lines = (await answer.text()).trim().split("\r\n");
		expect(lines[0]).toContain("transaction,line,business_date,at,kind,account,owner,owner_id,amount,reason");
		expect(lines.slice(1)).toEqual([
			expect.stringContaining(`,1,2026-11-23,2026-11-23T10:00:00.000Z,charge,client,Murka 100% %_,${murka},-95.00,`),
			expect.stringContaining(",2,2026-11-23,2026-11-23T10:00:00.000Z,charge,order-revenue,,,95.00,"),
		]);
	});

	it("knows every word by which it can be filtered", () => {
		const { kinds, accounts } = listLedgerWords(office);
		expect(kinds).toEqual(expect.arrayContaining(["charge", "earning", "penalty", "opening-payment"]));
		expect(accounts).toEqual(expect.arrayContaining(["client", "worker", "order-revenue"]));
	});
});

describe("one transaction", () => {
	it("tells why, by whom, because of what, what it reverses and what reverses it", async () => {
		const [, , takenBack, , , charge] = (await list({ orderId: corrected.orderId })).rows;
		const told = (id: string | undefined) => getLedgerTransaction(office, { transactionId: BigInt(id ?? 0) });
		expect([charge?.kind, takenBack?.kind]).toEqual(["charge", "penalty"]);
		const original = await told(charge?.transactionId);
		expect(original).toMatchObject({
			...{ reason: "order 712 failed", actor: { kind: "system" }, reverses: null, seal: null },
			order: { orderId: corrected.orderId, orderNumber: 712, moneyPolicyVersion: 1 },
			postings: [{ account: "client", amount: -95_00n }, { amount: 95_00n }],
		});
		expect(await told(original.reversedBy ?? "")).toMatchObject({ reverses: original.transactionId, reversedBy: null });
		await expect(told("999999")).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("names its seal when its day is sealed", async () => {
		for (let due = await closeDay(tuesday); due; due = await closeDay(tuesday)) await sealDay(tuesday, due);
		const [row] = (await list({ to: "2026-11-23" })).rows;
		const { rows } = await listSeals(office, sealsList.input.parse({}));
		expect(rows).toMatchObject([
			{ day: "2026-11-23", transactionCount: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
		]);
		expect(await getLedgerTransaction(office, { transactionId: BigInt(row?.transactionId ?? 0) })).toMatchObject({
			seal: { day: "2026-11-23", hash: rows[0]?.hash },
		});
	});
});

describe("the check of the books", () => {
	it("is green for each invariant and each seal while nobody forces anything", async () => {
		const { findings, unsoundDays } = await getBooksCheck(office);
		expect(findings.length).toBeGreaterThan(15);
		expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
		expect(unsoundDays).toEqual([]);
	});

	it("names the day whose seal no longer holds", async () => {
		const enough = new Error("enough seen");
		const forced = ctx.db.transaction(async (db) => {
			await db.execute(sql`set local session_replication_role = replica`);
			await db.execute(
				sql`update billing.ledger_transactions set reason = 'another' where business_date = '2026-11-23'`,
			);
			const { findings, unsoundDays } = await getBooksCheck({ ...office, db });
			expect(unsoundDays).toEqual(["2026-11-23"]);
			expect(findings.filter(({ breaches }) => breaches > 0)).toMatchObject([
				{ name: "sealed-days-are-unchanged", breaches: 2 },
			]);
			throw enough;
		});
		await expect(forced).rejects.toBe(enough);
	});
});

describe("the dry run of the week", () => {
	const dry = (asked: object = {}) => listComingInvoices(office, comingInvoicesList.input.parse(asked));

	it("says who would be invoiced how much, and by which policies", async () => {
		expect((await dry({ search: "100% %_" })).rows).toEqual([
			{ clientId: murka, clientName: "Murka 100% %_", total: 95_00n, lineCount: 1 },
		]);
		expect((await dry({ search: "1000" })).rows).toEqual([]);
		expect(await countComingInvoices(office, {})).toEqual({ count: 2, more: false });
		expect(await getComingWeek(office)).toEqual({
			...{ cutoff: new Date(SUNDAY), moneyPolicyVersion: 1 },
			invoices: { clients: 2, total: 190_00n, lines: 2 },
			waiting: { clients: 0, total: 0n, lines: 0 },
		});
	});

	it("changes nothing, and is what the run then does", async () => {
		const { rows } = await dry();
		expect(await dry()).toMatchObject({ rows });
		const sunday = at(ctx, SUNDAY);
		for (let due = await openWeek(sunday); due; due = await openWeek(sunday)) {
			while (!(await issueInvoices(sunday, due)).isClosed);
		}
		for (const { clientId, total, lineCount } of rows) {
			const theirs = actingAs(ctx, { ...aPerson("client"), clientId });
			const { invoices } = await listInvoices(theirs, {});
			expect(invoices).toMatchObject([{ total, lineCount }]);
			expect(await getInvoice(office, { invoiceId: invoices[0]?.invoiceId ?? newId() })).toMatchObject({
				moneyPolicyVersion: 1,
			});
		}
		expect((await dry()).rows).toEqual([]);
	});

	it("shows apart who is owed more than is charged, and goes as CSV", async () => {
		await correct(at(ctx, "2026-12-01T10:00:00Z"), completed, 2, "completed", "cancelled");
		const order = await anEndedOrder(at(ctx, "2026-12-01T10:00:00Z"), "failed", { orderNumber: 800 });
		await correct(at(ctx, "2026-12-01T11:00:00Z"), order, 2, "failed", "completed");
		const week = await getComingWeek(actingAs(at(ctx, "2026-12-02T10:00:00Z"), office.actor));
		expect(week.invoices).toMatchObject({ clients: 2, total: 95_00n });
		const csv = await (await exportComingInvoices(office, new URLSearchParams())).text();
		expect(csv.trim().split("\r\n").slice(1)).toEqual([
			expect.stringMatching(/,1,95\.00,true$/),
			expect.stringMatching(/^Murka 100% %_,.*,2,0\.00,true$/),
		]);
	});
});

describe("who is no manager", () => {
	const asks: Record<string, (as: typeof ctx) => unknown> = {
		list: (as) => listLedger(as, ledgerList.input.parse({})),
		count: (as) => countLedger(as, {}),
		transaction: (as) => getLedgerTransaction(as, { transactionId: 1n }),
		seals: (as) => listSeals(as, sealsList.input.parse({})),
		check: (as) => getBooksCheck(as),
		"dry run": (as) => listComingInvoices(as, comingInvoicesList.input.parse({})),
		week: (as) => getComingWeek(as),
		words: async (as) => listLedgerWords(as),
		"export of the books": (as) => exportLedger(as, new URLSearchParams()),
		"export of the dry run": (as) => exportComingInvoices(as, new URLSearchParams()),
	};
	it.each(Object.keys(asks))("gets nothing of it: %s", async (name) => {
		for (const role of ["client", "worker", "warehouse"] as const)
			await expect(asks[name]?.(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(asks[name]?.(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});
