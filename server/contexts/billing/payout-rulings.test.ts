import { desc, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { payoutLines, payouts } from "@/db/schema/billing-payouts";
import { transfers } from "@/db/schema/billing-transfers";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { after, hours } from "@/server/kernel/clock";
import { newId, type PayoutId, type TransferId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { askRuling } from "./commands/ask-ruling";
import { decideApproval } from "./commands/decide-approval";
import { payOut } from "./commands/pay-out";
import { retryPayout } from "./commands/retry-payout";
import { settleTransfer } from "./commands/settle-transfer";
import { balance } from "./ledger/balance";
import { getPayoutTransfers } from "./queries/get-payout";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { listStuckPayouts } from "./queries/list-stuck-payouts";
import { anIssuedPayout } from "./testing";

vi.hoisted(() => {
	process.env.GOLD_HAT_URL = "http://127.0.0.1:1/nobody-there";
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
});

const ctx = createCtx();
const [one, other] = [actingAs(ctx, aPerson("manager")), actingAs(ctx, aPerson("manager"))];
const rejected = { status: "rejected", reason: "no such account" } as const;
const completed = { status: "completed" } as const;

async function aTransfer() {
	const { payoutId, workerId } = await anIssuedPayout(ctx, "GH-BARSIK-1");
	await payOut(ctx, { payoutId });
	return { payoutId, workerId, transferId: await newestOf(payoutId) };
}

async function newestOf(payoutId: PayoutId): Promise<TransferId> {
	const newest = desc(transfers.attempt);
	const [found] = await ctx.db.select().from(transfers).where(eq(transfers.payoutId, payoutId)).orderBy(newest);
	if (!found) throw new Error("a transfer was opened");
	return found.id;
}

const contradict = (id: TransferId, decision: Parameters<typeof settleTransfer>[2]) =>
	expect(settleTransfer(ctx, id, decision)).rejects.toMatchObject({ code: "billing.contradiction" });
const again = async (payoutId: PayoutId) => {
	await retryPayout(one, { idempotencyKey: newId(), payoutId, reason: "The account is mended" });
	return newestOf(payoutId);
};

type Became = "succeeded" | "refused";
const ask = (who: typeof ctx, id: TransferId, became: Became) =>
	askRuling(who, { idempotencyKey: newId(), about: { what: "transfer", id }, became, reason: "Called them" });
const approve = (who: typeof ctx, { approvalId }: Awaited<ReturnType<typeof ask>>) =>
	decideApproval(who, { approvalId, decision: "approved", words: "" });
const rule = async (id: TransferId, became: Became) => approve(other, await ask(one, id, became));

const statusOf = async (id: PayoutId) =>
	(await ctx.db.select({ status: payouts.status }).from(payouts).where(eq(payouts.id, id)))[0]?.status;
const owed = (ownerId: WorkerId) => balance(ctx, { kind: "worker", ownerId });
const broken = async () =>
	(await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0).map(({ name }) => name);
const stuck = async (id: PayoutId) => (await listStuckPayouts(ctx)).find(({ payoutId }) => payoutId === id)?.trouble;

describe("a transfer that Gold Hat rejected, and then says to have made", () => {
	it("and that two managers say has arrived pays the payout, on record, and the check is green", async () => {
		const { payoutId, workerId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, rejected);
		await contradict(transferId, completed);
		expect(await broken()).toEqual(["gold-hat-agrees"]);
		expect(await stuck(payoutId)).toBe("contradicted");
		const asked = await ask(one, transferId, "succeeded");
		await expect(approve(one, asked)).rejects.toMatchObject({ code: "billing.own_approval" });
		await approve(other, asked);
		expect(await statusOf(payoutId)).toBe("paid");
		expect(await owed(workerId)).toBe(0n);
		expect(await broken()).toEqual([]);
		expect(await stuck(payoutId)).toBeUndefined();
		// Both words are known: they are taken in peace from now on.
		await settleTransfer(ctx, transferId, rejected);
		await settleTransfer(ctx, transferId, completed);
		expect(await broken()).toEqual([]);
		const mine = eq(auditEntries.subject, `transfer:${transferId}`);
		const actions = (await ctx.db.select().from(auditEntries).where(mine)).map(({ action }) => action);
		expect(actions).toEqual(["billing.ask-approval", "billing.approve"]);
		const [shown] = (await getPayoutTransfers(one, { payoutId })).tries;
		expect(shown).toMatchObject({ rulings: [{ status: "approved", became: "succeeded" }] });
		expect(shown?.events.map(({ what }) => what)).toEqual(["requested", "rejected", "contradicted", "ruled"]);
	});

	it("and that two managers say has not arrived can be sent anew", async () => {
		const { payoutId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, rejected);
		await contradict(transferId, completed);
		await rule(transferId, "refused");
		expect(await broken()).toEqual([]);
		await settleTransfer(ctx, await again(payoutId), completed);
		expect(await statusOf(payoutId)).toBe("paid");
		expect(await broken()).toEqual([]);
	});

	it("though another try has paid it, is an overpayment, which the worker's next payout takes back", async () => {
		const { payoutId, workerId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, rejected);
		const second = await again(payoutId);
		await contradict(transferId, completed);
		const asked = await ask(one, transferId, "succeeded");
		await settleTransfer(ctx, second, completed);
		await approve(other, asked);
		expect(await owed(workerId)).toBe(-60_00n);
		expect(await broken()).toEqual([]);
		const { payoutId: next } = await anIssuedPayout(ctx, null, workerId);
		const newest = await ctx.db
			.select()
			.from(payouts)
			.where(eq(payouts.workerId, workerId))
			.orderBy(desc(payouts.month));
		expect(newest[0]).toMatchObject({ amount: 0n, total: 0n, status: "closed" });
		expect(next).toBeDefined();
		const lines = await ctx.db
			.select()
			.from(payoutLines)
			.where(eq(payoutLines.payoutId, newest[0]?.id ?? next));
		expect(lines.map(({ kind, amount }) => [kind, amount])).toContainEqual(["overpayment", -60_00n]);
		expect(await broken()).toEqual([]);
	});

	it("is not ruled to have arrived while another try is under way; one that was never sent is not needed then", async () => {
		const { payoutId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, rejected);
		const second = await again(payoutId);
		await contradict(transferId, completed);
		const asked = await ask(one, transferId, "succeeded");
		await ctx.db.update(transfers).set({ status: "sending" }).where(eq(transfers.id, second));
		await expect(approve(other, asked)).rejects.toMatchObject({ code: "billing.transfer_under_way" });
		await ctx.db.update(transfers).set({ status: "requested" }).where(eq(transfers.id, second));
		const both = await Promise.allSettled([approve(other, asked), approve(actingAs(ctx, aPerson("manager")), asked)]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await statusOf(payoutId)).toBe("paid");
		expect(await broken()).toEqual([]);
	});
});

describe("a transfer that Gold Hat made, and then says to have rejected", () => {
	it("and that two managers say has not arrived is taken out of the books, and stands there anew when it is paid", async () => {
		const { payoutId, workerId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, completed);
		await contradict(transferId, rejected);
		await rule(transferId, "refused");
		expect(await statusOf(payoutId)).toBe("rejected");
		expect(await owed(workerId)).toBe(60_00n);
		expect(await broken()).toEqual([]);
		await settleTransfer(ctx, await again(payoutId), completed);
		expect(await owed(workerId)).toBe(0n);
		expect(await broken()).toEqual([]);
	});

	it("and that two managers say has arrived stays paid", async () => {
		const { payoutId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, completed);
		await contradict(transferId, rejected);
		await rule(transferId, "succeeded");
		expect(await statusOf(payoutId)).toBe("paid");
		expect(await broken()).toEqual([]);
	});

	it("is not changed by hand, nor ruled on by the worker who is paid", async () => {
		const { payoutId, workerId, transferId } = await aTransfer();
		await settleTransfer(ctx, transferId, completed);
		await contradict(transferId, rejected);
		const byHand = ctx.db
			.update(transfers)
			.set({ status: "rejected", reason: "so" })
			.where(eq(transfers.id, transferId));
		await expect(byHand).rejects.toThrow();
		await expect(ctx.db.update(payouts).set({ status: "rejected" }).where(eq(payouts.id, payoutId))).rejects.toThrow();
		const both = actingAs(ctx, { ...aPerson("manager", "worker"), workerId });
		await expect(ask(both, transferId, "succeeded")).rejects.toMatchObject({ code: "billing.own_invoice" });
		const later = at(one, after(ctx.clock.now(), hours(1)));
		await approve(other, await ask(later, transferId, "succeeded"));
		expect(await broken()).toEqual([]);
	});
});
