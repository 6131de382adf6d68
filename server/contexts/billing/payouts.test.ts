import { and, arrayContains, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { payoutLines, payouts, unsettledItems } from "@/db/schema/billing-payouts";
import { outbox } from "@/db/schema/events";
import { startTestEngine } from "@/server/engine/testing";
import { addDays, instantAt } from "@/server/kernel/calendar";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { issuePayouts } from "./commands/issue-payouts";
import { noteTerms } from "./commands/note-terms";
import { openMonth } from "./commands/open-month";
import { postEnding } from "./commands/post-ending";
import { endingFrom } from "./domain/ending";
import { dueMonth } from "./domain/months";
import { runMonths } from "./functions/run-months";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { aBonus, anAssignment, anEndedOrder, completedEvent, correct } from "./testing";

const ctx = createCtx();
const zone = "Europe/Moscow";

/** Each test has months of its own: the day of each cut-off, a moment within it, and the moment after. */
let ends = { day: "2027-01-31", cutoffAt: instantAt("2027-01-31", "22:00", zone) };
const monthAfter = (month: typeof ends) => {
	const due = dueMonth(month, new Date("2099-01-01T00:00:00Z"), { timeZone: zone, time: "22:00" });
	if (!due) throw new Error("there is always a next month");
	return due;
};
const cutoff = (months: number) => {
	let month = ends;
	for (let count = 0; count < months; count++) month = monthAfter(month);
	return month;
};
const within = (months = 0) => at(ctx, instantAt(addDays(cutoff(months).day, -10), "12:00", zone));
const atEnd = (months = 0) => at(ctx, cutoff(months).cutoffAt);

beforeEach(async () => {
	await runDue(atEnd());
	ends = cutoff(4);
	await runDue(at(ctx, new Date(ends.cutoffAt.getTime() - 1)));
});

/** What the function does, with so few workers at once that a month takes several steps. */
async function runDue(now: typeof ctx) {
	for (let due = await openMonth(now); due; due = await openMonth(now)) {
		while (!(await issuePayouts(now, { ...due, workersAtOnce: 2 })).isClosed);
	}
}

const payoutsOf = (workerId: WorkerId) =>
	ctx.db.select().from(payouts).where(eq(payouts.workerId, workerId)).orderBy(asc(payouts.month));

const linesOf = (workerId: WorkerId) =>
	ctx.db
		.select({ month: payouts.month, kind: payoutLines.kind, amount: payoutLines.amount })
		.from(payoutLines)
		.innerJoin(payouts, eq(payouts.id, payoutLines.payoutId))
		.where(eq(payouts.workerId, workerId))
		.orderBy(asc(payouts.month), asc(payoutLines.position));

const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

async function live(workerId: WorkerId, month: number, completed: number, failed: number, bonus = 0) {
	for (let count = 0; count < completed; count++) await anEndedOrder(within(month), "completed", { workerId });
	for (let count = 0; count < failed; count++) await anEndedOrder(within(month), "failed", { workerId });
	if (bonus > 0) await aBonus(within(month), workerId, bonus);
}

describe("R-230: at the month's cut-off", () => {
	it("January, February and March come out as the specification's table says, to the hundredth", async () => {
		const workerId = newId<WorkerId>();
		await live(workerId, 0, 3, 1);
		await runDue(atEnd(0));
		await live(workerId, 1, 1, 2);
		await runDue(atEnd(1));
		await live(workerId, 2, 2, 0, 15_50);
		await runDue(atEnd(2));
		const shown = (await payoutsOf(workerId)).map(({ carriedIn, amount, carriedOut, status }) => ({
			...{ carriedIn, amount, carriedOut, status },
		}));
		expect(shown).toEqual([
			{ carriedIn: 0n, amount: 140_00n, carriedOut: 0n, status: "issued" },
			{ carriedIn: 0n, amount: 0n, carriedOut: -20_00n, status: "closed" },
			{ carriedIn: -20_00n, amount: 115_50n, carriedOut: 0n, status: "issued" },
		]);
		expect((await linesOf(workerId)).map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
			...["earning 6000", "earning 6000", "earning 6000", "penalty -4000"],
			...["earning 6000", "penalty -4000", "penalty -4000"],
			...["earning 6000", "earning 6000", "bonus 1550"],
		]);
		await holds();
	});

	it("whoever comes to nothing gets a payout that is closed at once", async () => {
		const workerId = newId<WorkerId>();
		await live(workerId, 0, 2, 3);
		await runDue(atEnd(0));
		expect(await payoutsOf(workerId)).toMatchObject([{ total: 0n, amount: 0n, carriedOut: 0n, status: "closed" }]);
		await holds();
	});

	it("a debt waits for the next month with something to settle, and for no longer than it takes", async () => {
		const workerId = newId<WorkerId>();
		await live(workerId, 0, 0, 1);
		await runDue(atEnd(1));
		expect(await payoutsOf(workerId)).toMatchObject([{ carriedOut: -40_00n }]);
		await live(workerId, 2, 0, 1);
		await runDue(atEnd(2));
		await live(workerId, 3, 2, 0);
		await runDue(atEnd(3));
		expect(await payoutsOf(workerId)).toMatchObject([
			{ carriedIn: 0n, carriedOut: -40_00n },
			{ carriedIn: -40_00n, carriedOut: -80_00n, status: "closed" },
			{ carriedIn: -80_00n, amount: 40_00n, carriedOut: 0n, status: "issued" },
		]);
		await holds();
	});

	it("the worker is told what it comes to", async () => {
		const workerId = newId<WorkerId>();
		await live(workerId, 0, 1, 0);
		await runDue(atEnd());
		const [payout] = await payoutsOf(workerId);
		const told = await ctx.db
			.select()
			.from(outbox)
			.where(and(eq(outbox.name, "billing/payout.issued"), arrayContains(outbox.subjects, [`worker:${workerId}`])));
		expect(told).toMatchObject([{ data: { payoutId: payout?.id, month: ends.day, amount: { minor: "6000" } } }]);
	});

	it("what is posted at it or later, or commits while the month is closed, waits a month", async () => {
		const [late, slow] = [newId<WorkerId>(), newId<WorkerId>()];
		await anEndedOrder(atEnd(), "completed", { workerId: late });
		const order = anAssignment({ workerId: slow });
		await noteTerms(within(), order);
		await withTransaction(within(), async (tx) => {
			await postEnding(tx, { ...endingFrom(completedEvent(order)), outcome: "completed", reason: "done", words: "" });
			await runDue(atEnd());
		});
		for (const workerId of [late, slow]) expect(await payoutsOf(workerId)).toEqual([]);
		await runDue(atEnd(1));
		for (const workerId of [late, slow]) {
			expect(await payoutsOf(workerId)).toMatchObject([{ month: cutoff(1).day, amount: 60_00n }]);
		}
		await holds();
	});

	it("running twice, and on several machines at once, makes the payouts of one run, numbered without gaps", async () => {
		const workers = Array.from({ length: 11 }, () => newId<WorkerId>());
		for (const workerId of workers) await live(workerId, 0, 1, 0);
		await Promise.all([runDue(atEnd()), runDue(atEnd()), runDue(atEnd())]);
		await runDue(atEnd());
		const issued = await ctx.db
			.select()
			.from(payouts)
			.where(eq(payouts.month, ends.day))
			.orderBy(asc(payouts.sequence));
		expect(issued.map(({ workerId }) => workerId)).toEqual([...workers].sort());
		const first = issued[0]?.sequence ?? 0;
		expect(issued.map(({ sequence }) => sequence)).toEqual(workers.map((_, index) => first + index));
		await holds();
	});
});

describe("a corrected ending", () => {
	it("before the cut-off leaves all of it on one payout: what was, what took it back, what is", async () => {
		const workerId = newId<WorkerId>();
		const order = await anEndedOrder(within(), "failed", { workerId });
		await correct(within(), order, 2, "failed", "completed");
		await runDue(atEnd());
		expect((await linesOf(workerId)).map(({ kind, amount }) => [kind, amount])).toEqual([
			["penalty", -40_00n],
			["penalty", 40_00n],
			["earning", 60_00n],
		]);
		expect(await payoutsOf(workerId)).toMatchObject([{ amount: 60_00n }]);
		await holds();
	});

	it("after it comes on the next", async () => {
		const workerId = newId<WorkerId>();
		const order = await anEndedOrder(within(), "completed", { workerId });
		await runDue(atEnd());
		await correct(atEnd(), order, 2, "completed", "failed");
		await runDue(atEnd(1));
		expect(await payoutsOf(workerId)).toMatchObject([
			{ amount: 60_00n },
			{ total: -100_00n, amount: 0n, carriedOut: -100_00n },
		]);
		await holds();
	});

	it("during the run is on one payout or the next, and on no two", async () => {
		const workerId = newId<WorkerId>();
		const order = await anEndedOrder(within(), "failed", { workerId });
		await Promise.all([runDue(atEnd()), correct(within(), order, 2, "failed", "completed")]);
		await runDue(atEnd(1));
		expect((await linesOf(workerId)).reduce((sum, { amount }) => sum + amount, 0n)).toBe(60_00n);
		expect(await ctx.db.select().from(unsettledItems).where(eq(unsettledItems.workerId, workerId))).toEqual([]);
		await holds();
	});
});

describe("the database", () => {
	it("refuses a transaction on two payouts, a second payout for a month, and changing what was settled", async () => {
		const workerId = newId<WorkerId>();
		await live(workerId, 0, 1, 0);
		await runDue(atEnd());
		const [payout] = await payoutsOf(workerId);
		if (!payout) throw new Error("there is a payout");
		const [line] = await ctx.db.select().from(payoutLines).where(eq(payoutLines.payoutId, payout.id));
		if (!line) throw new Error("it has a line");
		const refused = (write: Promise<unknown>, by: string) =>
			expect(write).rejects.toMatchObject({ cause: { message: expect.stringContaining(by) } });
		await refused(ctx.db.insert(payoutLines).values({ ...line, position: 2 }), "payout_lines_transaction");
		await refused(ctx.db.insert(payouts).values({ ...payout, id: newId(), sequence: 90_000 }), "payouts_worker_month");
		await refused(ctx.db.update(payouts).set({ amount: line.amount }).where(eq(payouts.id, payout.id)), "append-only");
		await refused(ctx.db.update(payouts).set({ status: "closed" }).where(eq(payouts.id, payout.id)), "nothing_to_pay");
		await refused(ctx.db.delete(payouts).where(eq(payouts.id, payout.id)), "append-only");
		await refused(ctx.db.delete(payoutLines).where(eq(payoutLines.payoutId, payout.id)), "append-only");
		expect(await linesOf(workerId)).toHaveLength(1);
	});
});

describe("the cycle", () => {
	it("closes the month by itself when its time comes, killed in the middle or not", async () => {
		const time = (ms: number) => new Date(ends.cutoffAt.getTime() + ms);
		await moveBusinessTimeTo(time(-3_600_000));
		const engine = await startTestEngine([runMonths], { twice: true, repeated: true });
		try {
			const workerId = newId<WorkerId>();
			await live(workerId, 0, 2, 0);
			await engine.travelTo(time(-120_000));
			expect(await payoutsOf(workerId)).toEqual([]);
			const passing = engine.travelTo(time(1000)).catch(() => undefined);
			await engine.kill();
			await engine.resume();
			await passing;
			await engine.travelTo(time(1_800_000));
			expect(await payoutsOf(workerId)).toMatchObject([{ month: ends.day, amount: 120_00n }]);
			await holds();
		} finally {
			await engine.stop();
		}
	});
});
