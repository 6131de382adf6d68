import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { mirrorEnding } from "../commands/mirror-ending";
import { noteWaiting } from "../commands/note-waiting";
import { placeOrder } from "../commands/place-order";
import { rateOrder } from "../commands/rate-order";
import { aClient, anAssignedOrder, anEndedOrder, anEnding, aPlacedOrder, aRequest, MONDAY, TUESDAY } from "../testing";
import { getAttention } from "./get-attention";
import { getToday, getWeeks, WEEKS_TOLD } from "./get-figures";
import { listWorkerRatings } from "./list-worker-ratings";
import { searchOrders } from "./search-orders";

const ctx = at(createCtx(), MONDAY);
const office = actingAs(ctx, aPerson("manager"));

/** All orders of the builders start on Tuesday. */
const onTuesday = at(office, TUESDAY);

describe("what needs a manager now", () => {
	it("is every order for which nobody was found, with the reason, the next to start first", async () => {
		await aPlacedOrder(ctx); // matching has not answered yet: nothing to do about it
		const later = await aPlacedOrder(ctx);
		const request = { ...(await aRequest(ctx)), startsAt: new Date("2026-11-24T06:00:00Z") };
		const sooner = await placeOrder(actingAs(ctx, aClient()), request);
		await noteWaiting(ctx, { orderId: later.orderId, match: 1, number: 1, reason: "nobody-suits" });
		await noteWaiting(ctx, { orderId: sooner.orderId, match: 1, number: 1, reason: "everybody-booked" });
		const { waiting } = await getAttention(office);
		expect(waiting).toMatchObject({
			count: 2,
			items: [
				{ orderId: sooner.orderId, reason: "everybody-booked" },
				{ orderId: later.orderId, reason: "nobody-suits" },
			],
		});
	});
});

describe("today's orders", () => {
	it("are those that start on this day of the business time zone, by state", async () => {
		const before = (await getToday(onTuesday)).states;
		await anAssignedOrder(ctx);
		await anEndedOrder(ctx, "completed");
		expect((await getToday(onTuesday)).states).toEqual({
			...before,
			assigned: before.assigned + 1,
			completed: before.completed + 1,
		});
		// Half past midnight in Moscow, while it is Tuesday in Greenwich still.
		const { day, states } = await getToday(at(office, "2026-11-24T21:30:00Z"));
		expect(day).toBe("2026-11-25");
		expect(Object.values(states)).toEqual([0, 0, 0, 0, 0, 0]);
	});
});

describe("the weeks", () => {
	it("count endings in force by the week of the start, no-shows among the failed, this week as the last", async () => {
		const before = (await getWeeks(onTuesday)).at(-1);
		await anEndedOrder(ctx, "cancelled");
		await anEndedOrder(ctx, "failed");
		const corrected = await anEndedOrder(ctx, "failed");
		await mirrorEnding(ctx, { ...anEnding(corrected), ending: 2, outcome: "completed", reason: "corrected" });
		const gaveUp = await anAssignedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding(gaveUp), outcome: "failed", reason: "gave-up" });
		const weeks = await getWeeks(onTuesday);
		expect(weeks).toHaveLength(WEEKS_TOLD);
		expect(weeks.at(-1)).toMatchObject({
			monday: "2026-11-23",
			completed: (before?.completed ?? 0) + 1,
			failed: (before?.failed ?? 0) + 2,
			noShow: (before?.noShow ?? 0) + 1,
			cancelled: (before?.cancelled ?? 0) + 1,
		});
		expect(weeks.at(-2)).toMatchObject({ monday: "2026-11-16", completed: 0, failed: 0, cancelled: 0, noShow: 0 });
	});
});

describe("the palette's search", () => {
	it("finds an order by its number or by words that are only begun, the newest first, and few", async () => {
		const client = { ...aClient(), name: "Zephyrina" };
		const [first, second] = [await aPlacedOrder(ctx, client), await aPlacedOrder(ctx, client)];
		const found = await searchOrders(office, { search: "zephyr armr", limit: 6 });
		expect(found.map(({ orderId }) => orderId)).toEqual([second.orderId, first.orderId]);
		expect(await searchOrders(office, { search: "zephyr", limit: 1 })).toHaveLength(1);
		const number = String(found[0]?.number);
		expect(await searchOrders(office, { search: `#${number}`, limit: 6 })).toMatchObject([{ orderId: second.orderId }]);
		expect(await searchOrders(office, { search: "?!", limit: 6 })).toEqual([]);
	});
});

describe("what clients said of a worker", () => {
	it("is told by service type and in their latest words", async () => {
		const client = aClient();
		const { orderId, workerId } = await anEndedOrder(ctx, "completed", client);
		const said = { idempotencyKey: newId<string>(), orderId, stars: 4, words: "Soft paws" };
		await rateOrder(actingAs(ctx, client), said);
		expect(await listWorkerRatings(office, { workerId })).toMatchObject({
			byType: [{ count: 1, stars: 4 }],
			latest: [{ orderId, stars: 4, words: "Soft paws" }],
		});
		expect(await listWorkerRatings(office, { workerId: newId() })).toEqual({ byType: [], latest: [] });
	});
});

const asked = {
	attention: getAttention,
	today: getToday,
	weeks: getWeeks,
	search: (as: typeof ctx) => searchOrders(as, { search: "x", limit: 1 }),
	ratings: (as: typeof ctx) => listWorkerRatings(as, { workerId: newId() }),
};

it.each(Object.entries(asked))("%s is for managers alone", async (_name, ask) => {
	for (const role of ["client", "worker", "warehouse"] as const) {
		await expect(ask(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
	}
	await expect(ask(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
});
