import { beforeAll, describe, expect, it } from "vitest";
import { payees } from "@/db/schema/billing";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type PayoutId, type WorkerId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { askApproval } from "./commands/ask-approval";
import { approvalsList, bonusesList, payoutsList } from "./contracts";
import { exportBonuses, exportPayouts, payoutPdf } from "./http";
import { getAttention } from "./queries/get-attention";
import { getOfficeWorker } from "./queries/get-office-worker";
import { getPayout, getPayoutTransfers } from "./queries/get-payout";
import { getWorkerMonth } from "./queries/get-worker-month";
import { countApprovals, listApprovals } from "./queries/list-approvals";
import { countBonuses, listBonuses } from "./queries/list-bonuses";
import { countOfficePayouts, listOfficePayouts } from "./queries/list-office-payouts";
import { listPayouts } from "./queries/list-payouts";
import { aBonus, anEndedOrder, anIssuedPayout } from "./testing";

const ctx = at(createCtx(), "2026-11-24T10:00:00Z");
const manager = actingAs(ctx, aPerson("manager"));
const asWorker = (workerId: WorkerId) => actingAs(ctx, { ...aPerson("worker"), workerId });

let workerId: WorkerId;
let payoutId: PayoutId;

beforeAll(async () => {
	({ workerId, payoutId } = await anIssuedPayout(ctx, "GH-BARSIK-1"));
	await ctx.db.insert(payees).values({ workerId, version: 1, name: "Barsik_100%", active: true });
	const later = at(ctx, "2027-03-01T10:00:00Z");
	await anEndedOrder(later, "failed", { workerId });
	await aBonus(actingAs(later, aPerson("manager")), workerId, 15_50);
	await anIssuedPayout(ctx, null);
});

describe("R-260: a worker sees", () => {
	it("what the next payout would come to: penalties, bonuses with the reason, and nothing that was settled", async () => {
		const month = await getWorkerMonth(asWorker(workerId));
		expect(month).toMatchObject({ earnings: 0n, penalties: -40_00n, bonuses: 15_50n, debt: 0n, total: -24_50n });
		expect(month.lines).toMatchObject([
			{ kind: "bonus", bonusReason: "Went the extra mile", order: null },
			{ kind: "penalty", bonusReason: null, order: { reason: "no-show" } },
		]);
	});

	it("the payouts, and the statement of each with its lines; others see neither", async () => {
		const mine = asWorker(workerId);
		expect(await listPayouts(mine, {})).toMatchObject({ payouts: [{ payoutId, amount: 60_00n }], nextCursor: null });
		expect(await getPayout(mine, { payoutId })).toMatchObject({
			...{ amount: 60_00n, carriedIn: 0n, workerName: "Barsik_100%" },
			lines: [{ kind: "earning", amount: 60_00n, order: { outcome: "completed" } }],
		});
		expect((await listPayouts(asWorker(newId()), {})).payouts).toEqual([]);
		for (const stranger of [asWorker(newId()).actor, aPerson("client"), aPerson("warehouse")]) {
			await expect(getPayout(actingAs(ctx, stranger), { payoutId })).rejects.toMatchObject({
				code: "common.not_found",
			});
		}
		const lines = JSON.stringify(await getPayout(mine, { payoutId }), (_key, value) =>
			typeof value === "bigint" ? String(value) : value,
		);
		expect(lines).not.toMatch(/listPrice|discountPercent/);
	});

	it.each(["en", "ru"] as const)("the statement as PDF in %s, and nobody else's", async (locale) => {
		const answer = await payoutPdf(asWorker(workerId), { id: payoutId, locale });
		expect(answer.headers.get("content-type")).toBe("application/pdf");
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
		expect(bytes.toString("latin1")).toContain(`/Lang (${locale})`);
		for (const id of [payoutId, "1"]) {
			const tried = payoutPdf(asWorker(newId()), { id, locale });
			await expect(tried).rejects.toMatchObject({ code: "common.not_found" });
		}
	});
});

describe("the office sees", () => {
	const find = (search: string) => listOfficePayouts(manager, payoutsList.input.parse({ search }));

	it("payouts by worker, state and month, a page at a time, and as CSV", async () => {
		expect((await find("arsik_100%")).rows).toMatchObject([{ payoutId, workerName: "Barsik_100%", amount: 60_00n }]);
		expect((await find("arsik%100")).rows).toEqual([]);
		expect(await countOfficePayouts(manager, { status: "issued" })).toEqual({ count: 2, more: false });
		expect(await countOfficePayouts(manager, { status: "paid" })).toMatchObject({ count: 0 });
		const first = await listOfficePayouts(manager, payoutsList.input.parse({ limit: 1 }));
		const second = await listOfficePayouts(manager, payoutsList.input.parse({ limit: 1, after: first.after }));
		expect([...first.rows, ...second.rows].map(({ amount }) => amount)).toEqual([60_00n, 60_00n]);
		expect(second.after).toBeNull();
		const csv = await (await exportPayouts(manager, new URLSearchParams({ workerId }))).text();
		expect(csv).toMatch(/number,month,worker,[\s\S]*P\d{4}-\d{5},2026-\d\d-\d\d,Barsik_100%,0.00,60.00,0.00,issued/);
	});

	it("how a payout's money goes, how a worker stands, and each bonus with who gave it", async () => {
		expect(await getPayoutTransfers(manager, { payoutId })).toEqual({ account: "GH-BARSIK-1", tries: [] });
		const { payouts, ...standing } = await getOfficeWorker(manager, { workerId });
		expect(standing).toMatchObject({ owed: 35_50n, account: "GH-BARSIK-1", month: { total: -24_50n } });
		expect(payouts).toMatchObject([{ payoutId, status: "issued" }]);
		const { rows } = await listBonuses(manager, bonusesList.input.parse({ workerId }));
		expect(rows).toMatchObject([{ workerName: "Barsik_100%", amount: 15_50n, approvedBy: null }]);
		expect(await countBonuses(manager, { search: "nobody" })).toMatchObject({ count: 0 });
		const csv = await (await exportBonuses(manager, new URLSearchParams())).text();
		expect(csv).toContain("Barsik_100%,15.50,Went the extra mile,");
	});

	it("what waits for approval, and which of it is one's own to wait for", async () => {
		const ask = {
			kind: "bonus",
			subject: `worker:${workerId}`,
			amount: money(500_00),
			reason: "Saved the day",
		} as const;
		await withTransaction(manager, (tx) => askApproval(tx, ask));
		const asked = approvalsList.input.parse({ status: "waiting" });
		expect((await listApprovals(manager, asked)).rows).toMatchObject([
			{ subjectName: "Barsik_100%", amount: 500_00n, reason: "Saved the day", isMine: true },
		]);
		const other = actingAs(ctx, aPerson("manager"));
		expect((await getAttention(manager)).approvals.count).toBe(0);
		expect(await getAttention(other)).toMatchObject({
			approvals: { count: 1, items: [{ amount: 500_00n, reason: "Saved the day" }] },
			payouts: { count: 2, items: [{ status: "issued", amount: 60_00n }, { status: "issued" }] },
		});
		expect((await listApprovals(other, asked)).rows).toMatchObject([{ isMine: false }]);
		expect(await countApprovals(other, { status: "approved" })).toMatchObject({ count: 0 });
	});

	it.each(["client", "worker", "warehouse"] as const)("and a %s sees none of it", async (role) => {
		const stranger = actingAs(ctx, aPerson(role));
		const refused = { code: "common.not_allowed" };
		await expect(listOfficePayouts(stranger, payoutsList.input.parse({}))).rejects.toMatchObject(refused);
		await expect(listBonuses(stranger, bonusesList.input.parse({}))).rejects.toMatchObject(refused);
		await expect(listApprovals(stranger, approvalsList.input.parse({}))).rejects.toMatchObject(refused);
		await expect(getOfficeWorker(stranger, { workerId })).rejects.toMatchObject(refused);
		await expect(getAttention(stranger)).rejects.toMatchObject(refused);
		await expect(getPayoutTransfers(stranger, { payoutId })).rejects.toMatchObject(refused);
	});
});
