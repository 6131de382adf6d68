import { and, arrayContains, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payees } from "@/db/schema/billing";
import { approvals } from "@/db/schema/billing-approvals";
import { bonuses } from "@/db/schema/billing-bonuses";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ApprovalId, newId, type WorkerId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { decideApproval } from "./commands/decide-approval";
import { grantBonus } from "./commands/grant-bonus";
import { balance } from "./ledger/balance";
import { listLedgerFindings } from "./queries/list-ledger-findings";

const ctx = at(createCtx(), "2026-11-24T10:00:00Z");
const manager = () => actingAs(ctx, aPerson("manager"));

async function aPayee(): Promise<WorkerId> {
	const workerId = newId<WorkerId>();
	await ctx.db.insert(payees).values({ workerId, version: 1, name: "Barsik", active: true });
	return workerId;
}

const give = (by: typeof ctx, workerId: WorkerId, hundredths: number, reason = "Three sofas in a day") =>
	grantBonus(by, { idempotencyKey: newId(), workerId, amount: money(hundredths), reason });

async function waiting(by: typeof ctx, workerId: WorkerId, hundredths = 100_01): Promise<ApprovalId> {
	const given = await give(by, workerId, hundredths);
	if (given.outcome !== "waiting") throw new Error("it was granted at once");
	return given.approvalId;
}

const owed = (workerId: WorkerId) => balance(ctx, { kind: "worker", ownerId: workerId });
const approve = (by: typeof ctx, approvalId: ApprovalId) =>
	decideApproval(by, { approvalId, decision: "approved", words: "Well deserved" });

describe("R-270: a manager credits an amount to a worker", () => {
	it("whom, how much, when, why and by whom stay on record, stand in the books, and are told", async () => {
		const workerId = await aPayee();
		const by = manager();
		await give(by, workerId, 15_50);
		const record = { workerId, amount: 15_50n, reason: "Three sofas in a day", grantedAt: ctx.clock.now() };
		const who = by.actor.kind === "person" ? by.actor.accountId : "";
		const [bonus] = await ctx.db.select().from(bonuses).where(eq(bonuses.workerId, workerId));
		expect(bonus).toMatchObject({ ...record, grantedBy: { id: who }, approvedBy: null });
		expect(await owed(workerId)).toBe(15_50n);
		const subject = `worker:${workerId}`;
		const told = and(eq(outbox.name, "billing/bonus.granted"), arrayContains(outbox.subjects, [subject]));
		expect(await ctx.db.select().from(outbox).where(told)).toMatchObject([
			{ data: { amount: { minor: "1550" }, reason: "Three sofas in a day" } },
		]);
		expect(await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, subject))).toMatchObject([
			{ action: "billing.grant-bonus", reason: "Three sofas in a day", actor: { id: who } },
		]);
		await expect(ctx.db.delete(bonuses).where(eq(bonuses.id, bonus?.id ?? newId()))).rejects.toThrow();
		await expect(ctx.db.update(bonuses).set({ reason: "No reason" })).rejects.toThrow();
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});

	it("exactly up to the limit alone, a hundredth above it only with another manager", async () => {
		const [one, other] = [await aPayee(), await aPayee()];
		expect(await give(manager(), one, 100_00)).toMatchObject({ outcome: "granted" });
		expect(await give(manager(), other, 100_01)).toMatchObject({ outcome: "waiting" });
		expect(await owed(one)).toBe(100_00n);
		expect(await owed(other)).toBe(0n);
	});

	it("what one has given one worker in the month counts, also when several are given at once", async () => {
		const workerId = await aPayee();
		const by = manager();
		const given = await Promise.all([1, 2, 3, 4].map(() => give(by, workerId, 40_00)));
		expect(given.filter(({ outcome }) => outcome === "granted")).toHaveLength(2);
		expect(await owed(workerId)).toBe(80_00n);
		expect(await give(manager(), workerId, 40_00)).toMatchObject({ outcome: "granted" });
		expect(await give(at(by, "2026-12-01T10:00:00Z"), workerId, 100_00)).toMatchObject({ outcome: "granted" });
	});

	it("not to oneself, not to nobody, and nobody else may", async () => {
		const workerId = await aPayee();
		const person = { ...aPerson("manager"), workerId };
		await expect(give(actingAs(ctx, person), workerId, 1)).rejects.toMatchObject({ code: "billing.own_bonus" });
		await expect(give(manager(), newId(), 1)).rejects.toMatchObject({ code: "common.not_found" });
		for (const role of ["client", "worker", "warehouse"] as const) {
			const stranger = actingAs(ctx, aPerson(role));
			await expect(give(stranger, workerId, 1)).rejects.toMatchObject({ code: "common.not_allowed" });
		}
		expect(await owed(workerId)).toBe(0n);
	});
});

describe("what needs two managers", () => {
	it("is done when another approves it, once, and both stay on record", async () => {
		const workerId = await aPayee();
		const [asker, other, third] = [manager(), manager(), manager()];
		const approvalId = await waiting(asker, workerId, 250_00);
		const tries = await Promise.allSettled([approve(other, approvalId), approve(third, approvalId)]);
		expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
		expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
			reason: { code: "billing.already_decided" },
		});
		expect(await owed(workerId)).toBe(250_00n);
		const [bonus] = await ctx.db.select().from(bonuses).where(eq(bonuses.approvalId, approvalId));
		const idOf = ({ actor }: typeof ctx) => (actor.kind === "person" ? actor.accountId : "");
		expect(bonus?.grantedBy.id).toBe(idOf(asker));
		expect([idOf(other), idOf(third)]).toContain(bonus?.approvedBy?.id);
	});

	it("is not done by whoever asked, nor by whom it is for, nor by whoever is no manager", async () => {
		const workerId = await aPayee();
		const asker = manager();
		const approvalId = await waiting(asker, workerId);
		await expect(approve(asker, approvalId)).rejects.toMatchObject({ code: "billing.own_approval" });
		const receiver = actingAs(ctx, { ...aPerson("manager"), workerId });
		await expect(approve(receiver, approvalId)).rejects.toMatchObject({ code: "billing.own_bonus" });
		const worker = actingAs(ctx, aPerson("worker"));
		await expect(approve(worker, approvalId)).rejects.toMatchObject({ code: "common.not_allowed" });
		const [approval] = await ctx.db.select().from(approvals).where(eq(approvals.id, approvalId));
		expect(approval).toMatchObject({ status: "waiting", decidedBy: null });
		expect(await owed(workerId)).toBe(0n);
	});

	it("comes to nothing when it is declined, and stays on record", async () => {
		const workerId = await aPayee();
		const approvalId = await waiting(manager(), workerId);
		await decideApproval(manager(), { approvalId, decision: "declined", words: "Too much for one sofa" });
		const [approval] = await ctx.db.select().from(approvals).where(eq(approvals.id, approvalId));
		expect(approval).toMatchObject({ status: "declined", words: "Too much for one sofa" });
		expect(await owed(workerId)).toBe(0n);
		await expect(approve(manager(), approvalId)).rejects.toMatchObject({ code: "billing.already_decided" });
	});

	it("the database itself refuses one person as both, another amount, a second decision, and forgetting it", async () => {
		const approvalId = await waiting(manager(), await aPayee());
		const mine = eq(approvals.id, approvalId);
		const [asked] = await ctx.db.select().from(approvals).where(mine);
		if (!asked) throw new Error("it was asked for");
		const decided = { status: "approved", decidedAt: ctx.clock.now() } as const;
		await expect(
			ctx.db
				.update(approvals)
				.set({ ...decided, decidedBy: asked.askedBy })
				.where(mine),
		).rejects.toMatchObject({ cause: { constraint_name: "approvals_two_people" } });
		await expect(
			ctx.db
				.update(approvals)
				.set({ amount: money(1) })
				.where(mine),
		).rejects.toThrow();
		await expect(ctx.db.delete(approvals).where(mine)).rejects.toThrow();
		await decideApproval(manager(), { approvalId, decision: "declined", words: "" });
		await expect(ctx.db.update(approvals).set({ status: "approved" }).where(mine)).rejects.toThrow();
	});
});
