import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignments } from "@/db/schema/ordering";
import { liveChanges } from "@/db/schema/platform";
import { newId, type OrderId } from "@/server/kernel/ids";
import { money, zero } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { getOrder } from "../queries/get-order";
import { anAssignedOrder, anEnding, aPlacedOrder, eventsAbout, MONDAY, readOrder } from "../testing";
import { assignWorker } from "./assign-worker";
import { mirrorEnding } from "./mirror-ending";
import { mirrorStart } from "./mirror-start";
import { unassignWorker } from "./unassign-worker";

const ctx = at(createCtx(), MONDAY);

const reasonsOf = async (orderId: OrderId) => {
	const rows = await ctx.db
		.select()
		.from(assignments)
		.where(eq(assignments.orderId, orderId))
		.orderBy(asc(assignments.number));
	return rows.map(({ endedReason }) => endedReason);
};

describe("the start of the work", () => {
	it("is mirrored once", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		await mirrorStart(ctx, { orderId, assignment: 1 });
		await mirrorStart(ctx, { orderId, assignment: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "under_way" });
		const changes = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, orderId));
		expect(changes).toHaveLength(3);
		expect(changes.at(-1)).toMatchObject({ audiences: [`client:${client.clientId}`, "office"] });
	});

	it("of an earlier assignment changes nothing", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		await unassignWorker(ctx, { orderId, workerId, assignment: 1, reason: "Ill", at: MONDAY });
		await assignWorker(ctx, { orderId, workerId: newId(), match: 2 });
		await mirrorStart(ctx, { orderId, assignment: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "assigned", assignment: 2 });
	});
});

describe("the end of the work", () => {
	it.each([
		{ outcome: "completed", reason: null },
		{ outcome: "failed", reason: "no-show" },
		{ outcome: "cancelled", reason: "by-client" },
	] as const)("is mirrored: $outcome, and the client owes what the terms say", async ({ outcome, reason }) => {
		const order = await anAssignedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding(order), outcome, reason });
		expect(await readOrder(ctx, order.orderId)).toMatchObject({
			state: outcome,
			ending: 1,
			endedAt: new Date("2026-11-24T08:30:00.000Z"),
			endingReason: reason,
			payable: true,
			workerId: order.workerId,
		});
		expect(await reasonsOf(order.orderId)).toEqual([outcome]);
		expect((await getOrder(actingAs(ctx, order.client), order)).ended).toMatchObject({ owed: money(10000n), reason });
	});

	it("without a worker costs nothing: never staffed", async () => {
		const { orderId, client } = await aPlacedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding({ orderId }), outcome: "failed", reason: "never-staffed" });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "failed", payable: false, price: null });
		expect(await getOrder(actingAs(ctx, client), { orderId })).toMatchObject({ ended: { owed: zero }, price: null });
	});

	it("that execution decided before it took up the assignment makes the assignment void, and costs nothing", async () => {
		const order = await anAssignedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding({ orderId: order.orderId }), outcome: "cancelled" });
		expect(await readOrder(ctx, order.orderId)).toMatchObject({ state: "cancelled", payable: false, workerId: null });
		expect(await reasonsOf(order.orderId)).toEqual(["void"]);
		expect((await getOrder(actingAs(ctx, order.client), order)).ended?.owed).toBe(zero);
	});

	it("told twice, or before the start is told, ends it once", async () => {
		const order = await anAssignedOrder(ctx);
		const ended = { ...anEnding(order), outcome: "completed" as const };
		await Promise.all([mirrorEnding(ctx, ended), mirrorEnding(ctx, ended)]);
		await mirrorStart(ctx, { orderId: order.orderId, assignment: 1 });
		expect(await readOrder(ctx, order.orderId)).toMatchObject({ state: "completed", ending: 1 });
	});

	it("is not undone by a late release", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding({ orderId, workerId }), outcome: "failed", reason: "gave-up" });
		await unassignWorker(ctx, { orderId, workerId, assignment: 1, reason: "Ill", at: MONDAY });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "failed", workerId });
		expect((await eventsAbout(ctx, `order:${orderId}`)).map(({ name }) => name)).not.toContain(
			"ordering/order.unassigned",
		);
	});
});

describe("corrected endings", () => {
	it("have the highest number in force, in whatever order they come", async () => {
		const endings = [
			{ ending: 1, outcome: "failed" as const, reason: "no-show" },
			{ ending: 2, outcome: "completed" as const, reason: "corrected" },
			{ ending: 3, outcome: "cancelled" as const, reason: "corrected" },
		];
		for (const [first, second, third] of permutations(endings)) {
			const order = await anAssignedOrder(ctx);
			for (const given of [first, second, third, first]) {
				await mirrorEnding(ctx, { ...anEnding(order), ...given });
			}
			expect(await readOrder(ctx, order.orderId)).toMatchObject({ state: "cancelled", ending: 3 });
			expect(await reasonsOf(order.orderId)).toEqual(["cancelled"]);
		}
	});
});

type Triple<Item> = [Item, Item, Item];

function permutations<Item>([a, b, c]: Triple<Item> | Item[]): Triple<Item>[] {
	if (a === undefined || b === undefined || c === undefined) throw new Error("three are needed");
	return [
		[a, b, c],
		[a, c, b],
		[b, a, c],
		[b, c, a],
		[c, a, b],
		[c, b, a],
	];
}
