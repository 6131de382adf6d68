import { and, arrayContains, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { charges, workerEntries } from "@/db/schema/billing";
import { outbox } from "@/db/schema/events";
import { liveChanges } from "@/db/schema/platform";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { newId } from "@/server/kernel/ids";
import { add, money, toWire, zero } from "@/server/kernel/money";
import { createCtx } from "@/server/platform/context";
import { noteTerms } from "./commands/note-terms";
import { postEnding } from "./commands/post-ending";
import { endingFrom } from "./domain/ending";
import { COMPANY_ACCOUNTS } from "./ledger/accounts";
import { balance } from "./ledger/balance";
import { invariants } from "./ledger/invariants";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anAssignment, anEndedOrder, completedEvent, correct, end } from "./testing";

type Order = EventData<typeof orderAssigned>;

const ctx = createCtx();

const clientBalance = (order: Order) => balance(ctx, { kind: "client", ownerId: order.clientId });
const workerBalance = (order: Order) => balance(ctx, { kind: "worker", ownerId: order.workerId });
const companyBalance = async () => add(...(await Promise.all(COMPANY_ACCOUNTS.map((kind) => balance(ctx, { kind })))));

const chargesOf = (order: Order) => ctx.db.select().from(charges).where(eq(charges.orderId, order.orderId));
const entriesOf = (order: Order) => ctx.db.select().from(workerEntries).where(eq(workerEntries.orderId, order.orderId));
const publishedFor = (order: Order) =>
	ctx.db
		.select()
		.from(outbox)
		.where(and(eq(outbox.name, "billing/charge.posted"), arrayContains(outbox.subjects, [`order:${order.orderId}`])))
		.orderBy(asc(outbox.sequence));

const expectBooksToHold = async () => {
	const findings = await listLedgerFindings(ctx);
	expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
	expect(findings).toHaveLength(invariants.length);
};

describe("R-030, R-031, R-240: what an ended order posts, list price 100.00, client with 5 %", () => {
	it.each([
		{ outcome: "completed", client: 95_00, worker: 60_00, company: 35_00 },
		{ outcome: "cancelled", client: 95_00, worker: 0, company: 95_00 },
		{ outcome: "failed", client: 95_00, worker: -40_00, company: 135_00 },
	] as const)("$outcome", async ({ outcome, client, worker, company }) => {
		const before = await companyBalance();
		const order = await anEndedOrder(ctx, outcome);
		expect(await clientBalance(order)).toBe(BigInt(-client));
		expect(await workerBalance(order)).toBe(BigInt(worker));
		expect((await companyBalance()) - before).toBe(BigInt(company));
		expect(await chargesOf(order)).toMatchObject([{ ending: 1, outcome, amount: BigInt(client) }]);
		expect((await entriesOf(order)).map(({ amount }) => amount)).toEqual(worker === 0 ? [] : [BigInt(worker)]);
		expect(await publishedFor(order)).toMatchObject([
			{
				data: {
					...{ orderId: order.orderId, orderNumber: 12, ending: 1, outcome },
					clientOwes: toWire(money(client)),
					workerGets: toWire(money(worker)),
				},
			},
		]);
		const told = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, order.orderId));
		expect(told.at(-1)).toMatchObject({
			context: "billing",
			audiences: [`client:${order.clientId}`, `worker:${order.workerId}`, "office"],
		});
	});

	it("ended before a worker was matched: nothing, and no event", async () => {
		const order = anAssignment();
		const nobody = { ...endingFrom(completedEvent(order)), workerId: null, assignment: null };
		await postEnding(ctx, { ...nobody, outcome: "failed", reason: "never-staffed", words: "" });
		expect(await chargesOf(order)).toEqual([]);
		expect(await clientBalance(order)).toBe(zero);
		expect(await publishedFor(order)).toEqual([]);
	});

	it("uses the terms of the assignment that was in force at the end", async () => {
		const first = anAssignment();
		const second = { ...first, assignment: 2, workerId: newId<Order["workerId"]>(), workerShare: toWire(money(55_50)) };
		await noteTerms(ctx, second);
		await noteTerms(ctx, first);
		await end(ctx, second, "completed");
		expect(await workerBalance(first)).toBe(zero);
		expect(await workerBalance(second)).toBe(55_50n);
	});

	it("keeps a charge and an earning of nothing out of the ledger, yet on record", async () => {
		const nothing = toWire(zero);
		const clientPays = { completed: nothing, cancelled: nothing, failed: nothing };
		const order = await anEndedOrder(ctx, "completed", { workerShare: nothing, clientPays });
		expect(await chargesOf(order)).toMatchObject([{ amount: 0n, transactionId: null }]);
		expect(await entriesOf(order)).toMatchObject([{ amount: 0n, transactionId: null }]);
		await expectBooksToHold();
	});
});

describe("a corrected ending", () => {
	it("failed, then completed: the penalty is taken back, the earning is there, and all of it is visible", async () => {
		const order = await anEndedOrder(ctx, "failed");
		await correct(ctx, order, 2, "failed", "completed");
		expect(await clientBalance(order)).toBe(-95_00n);
		expect(await workerBalance(order)).toBe(60_00n);
		expect((await entriesOf(order)).map(({ kind, amount }) => [kind, amount])).toEqual([
			["penalty", -40_00n],
			["earning", 60_00n],
		]);
		expect((await publishedFor(order)).map(({ data }) => [data.ending, data.outcome])).toEqual([
			[1, "failed"],
			[2, "completed"],
		]);
		await expectBooksToHold();
	});

	it("can be corrected again, and back", async () => {
		const order = await anEndedOrder(ctx, "failed");
		await correct(ctx, order, 2, "failed", "completed");
		await correct(ctx, order, 3, "completed", "cancelled");
		expect([await clientBalance(order), await workerBalance(order)]).toEqual([-95_00n, 0n]);
		await correct(ctx, order, 4, "cancelled", "failed");
		expect([await clientBalance(order), await workerBalance(order)]).toEqual([-95_00n, -40_00n]);
		await expectBooksToHold();
	});

	it("waits for the ending before it, and for the terms", async () => {
		const order = anAssignment();
		const early = { name: "NotYet" };
		await expect(correct(ctx, order, 2, "failed", "completed")).rejects.toMatchObject(early);
		await expect(end(ctx, order, "failed")).rejects.toMatchObject(early);
		await noteTerms(ctx, order);
		await expect(correct(ctx, order, 2, "failed", "completed")).rejects.toMatchObject(early);
		await end(ctx, order, "failed");
		await correct(ctx, order, 2, "failed", "completed");
		expect(await workerBalance(order)).toBe(60_00n);
	});
});

describe("events twice, shuffled, at once", () => {
	const story = (order: Order) => [
		() => noteTerms(ctx, order),
		() => end(ctx, order, "failed"),
		() => correct(ctx, order, 2, "failed", "completed"),
		() => correct(ctx, order, 3, "completed", "failed"),
	];

	/** What the engine does: each delivery is repeated until it is not too early any more. */
	async function deliver(fact: () => Promise<void>): Promise<void> {
		for (;;) {
			try {
				return await fact();
			} catch (error) {
				if (!(error instanceof Error && error.name === "NotYet")) throw error;
				await new Promise((resolve) => setTimeout(resolve, 5));
			}
		}
	}

	it("come to the same end", async () => {
		const facts = fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(facts, async (order) => {
				const assignment = anAssignment();
				const known = story(assignment);
				await Promise.all(order.map((index) => deliver(known[index] ?? (() => Promise.resolve()))));
				expect(await clientBalance(assignment)).toBe(-95_00n);
				expect(await workerBalance(assignment)).toBe(-40_00n);
				expect(await publishedFor(assignment)).toHaveLength(3);
			}),
			{ numRuns: 10 },
		);
		await expectBooksToHold();
	}, 60_000);

	it("a hundred times the same ending at once is one charge", async () => {
		const order = anAssignment();
		await noteTerms(ctx, order);
		await Promise.all(Array.from({ length: 100 }, () => end(ctx, order, "completed")));
		expect(await clientBalance(order)).toBe(-95_00n);
		expect(await publishedFor(order)).toHaveLength(1);
	});

	it("that contradict what is on record are refused, and change nothing", async () => {
		const contradiction = { code: "billing.contradiction" };
		const order = await anEndedOrder(ctx, "completed");
		await expect(end(ctx, order, "failed")).rejects.toMatchObject(contradiction);
		await expect(noteTerms(ctx, { ...order, price: toWire(money(1)) })).rejects.toMatchObject(contradiction);
		await expect(correct(ctx, order, 2, "cancelled", "failed")).rejects.toMatchObject(contradiction);
		const stranger = { ...anAssignment(), clientId: newId<Order["clientId"]>() };
		await noteTerms(ctx, stranger);
		await expect(end(ctx, { ...stranger, clientId: newId() }, "completed")).rejects.toMatchObject(contradiction);
		expect([await clientBalance(order), await workerBalance(order)]).toEqual([-95_00n, 60_00n]);
	});
});

describe("whatever happens", () => {
	const outcome = fc.constantFrom("completed", "failed", "cancelled");
	const amount = fc.bigInt({ min: 0n, max: 1_000_000n }).map(money);
	const life = fc.record({
		endings: fc.array(outcome, { minLength: 1, maxLength: 4 }),
		...{ pays: amount, share: amount, penalty: amount },
	});

	beforeAll(() => expectBooksToHold());

	it("the books hold, and the people's accounts stand where the last ending puts them", async () => {
		await fc.assert(
			fc.asyncProperty(life, async ({ endings: [first, ...rest], pays, share, penalty }) => {
				const clientPays = { completed: toWire(pays), cancelled: toWire(pays), failed: toWire(pays) };
				const order = anAssignment({ clientPays, workerShare: toWire(share), workerPenalty: toWire(penalty) });
				let last = first ?? "completed";
				await noteTerms(ctx, order);
				await end(ctx, order, last);
				for (const [index, next] of rest.entries()) {
					await correct(ctx, order, index + 2, last, next);
					last = next;
				}
				expect(await clientBalance(order)).toBe(-pays);
				expect(await workerBalance(order)).toBe({ completed: share, failed: -penalty, cancelled: 0n }[last]);
			}),
			{ numRuns: 25 },
		);
		await expectBooksToHold();
	}, 60_000);
});
