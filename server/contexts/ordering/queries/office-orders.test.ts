import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { fixedClock } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { assignWorker } from "../commands/assign-worker";
import { orderAgain } from "../commands/order-again";
import { placeOrder } from "../commands/place-order";
import { rateOrder } from "../commands/rate-order";
import { replicateWorker } from "../commands/replicate-worker";
import { unassignWorker } from "../commands/unassign-worker";
import { officeOrdersList } from "../contracts";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	aPlacedOrder,
	aRequest,
	aServiceType,
	aZone,
	MONDAY,
	readOrder,
} from "../testing";
import { getOfficeOrder } from "./get-office-order";
import { countOfficeOrders, listOfficeOrders } from "./list-office-orders";

const ctx = at(createCtx(), MONDAY);
const office = actingAs(ctx, aPerson("manager"));

const card = {
	...{ version: 1, email: "m@cats.example", phone: "+79990001122", locale: "en" as const, age: 3, active: true },
	...{ breed: "siamese", coat: "cream", photoId: null, strengths: [], weaknesses: [] },
};

const list = (asked: Parameters<typeof officeOrdersList.input.parse>[0] = {}) =>
	listOfficeOrders(office, officeOrdersList.input.parse(asked));

describe("the office's list of orders", () => {
	const starts = ["2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z", "2026-11-26T07:00:00Z", "2026-11-25T07:00:00Z"];
	const placed: { orderId: string; number: number }[] = [];

	beforeAll(async () => {
		const [{ serviceTypeId }, { zoneId }] = [await aServiceType(ctx), await aZone(ctx)];
		const pushok = { ...aClient(), name: "Pushok O'Malley" };
		for (const startsAt of starts) {
			const request = await aRequest(ctx, { serviceTypeId, zoneId });
			placed.push(await placeOrder(actingAs(ctx, pushok), { ...request, startsAt: new Date(startsAt) }));
		}
		const different = await aRequest(ctx, { serviceTypeId, zoneId });
		await placeOrder(actingAs(ctx, { ...aClient(), name: "Снежинка" }), {
			...different,
			description: "Сбросить вазу с комода, 'осторожно' & громко",
			contact: { name: "Снежинка", phone: "+79990005566" },
		});
		await anAssignedOrder(ctx);
	});

	it.each([
		["start", "asc", [0, 1, 3, 2]],
		["start", "desc", [2, 3, 1, 0]],
		["number", "asc", [0, 1, 2, 3]],
		["number", "desc", [3, 2, 1, 0]],
	] as const)("is sorted by %s %s, and paged without losing or repeating any", async (sort, order, expected) => {
		const asked = { sort, order, search: "Pushok", limit: 3 };
		const first = await list(asked);
		const second = await list({ ...asked, after: first.after ?? undefined });
		expect(first.rows).toHaveLength(3);
		expect(second.after).toBeNull();
		const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
		expect(numbers).toEqual(expected.map((index) => placed[index]?.number));
	});

	it("is paged back the same way, and shows its first page whole", async () => {
		const asked = { sort: "number", order: "asc", search: "Pushok", limit: 2 } as const;
		const first = await list(asked);
		const second = await list({ ...asked, after: first.after ?? undefined });
		expect([first.before, second.after]).toEqual([null, null]);
		expect(await list({ ...asked, before: second.before ?? undefined })).toEqual(first);
		const short = await list({ ...asked, limit: 3, before: second.before ?? undefined });
		expect(short.rows.map(({ number }) => number)).toEqual(placed.slice(0, 3).map(({ number }) => number));
		expect(short.before).toBeNull();
	});

	it.each([
		["the number", () => `${placed[2]?.number}`],
		["the number with its sign", () => `# ${placed[2]?.number}`],
	])("is searched by %s", async (_how, search) => {
		expect((await list({ search: search() })).rows).toMatchObject([{ orderId: placed[2]?.orderId }]);
	});

	it.each([
		["снежинка", 1],
		["ВАЗУ комод", 1],
		["O'Malley", 4],
		["pushok armrest", 4],
		["pushok vase", 0],
		["' & | ! :* (", undefined],
	])("is searched by words, each perhaps only begun: %s", async (search, count) => {
		const found = (await list({ search })).rows;
		// Signs without a word filter nothing.
		expect(found).toHaveLength(count ?? (await list()).rows.length);
	});

	it("is searched by the worker's name, too", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		await replicateWorker(ctx, { ...card, workerId, name: "Murzilka Тихая" });
		expect((await list({ search: "murzil тих" })).rows).toMatchObject([{ orderId }]);
	});

	it("is filtered by client, worker, service and the days of the start, both included", async () => {
		const { orderId, client, workerId } = await anAssignedOrder(ctx);
		const order = await readOrder(ctx, orderId);
		const { clientId } = client;
		const { serviceTypeId } = order;
		for (const asked of [
			{ clientId },
			{ workerId },
			{ serviceTypeId },
			{ clientId, from: "2026-11-24", to: "2026-11-24" },
		])
			expect((await list(asked)).rows, JSON.stringify(asked)).toMatchObject([{ orderId }]);
		for (const asked of [{ from: "2026-11-25" }, { to: "2026-11-23" }])
			expect((await list({ clientId, ...asked })).rows).toEqual([]);
	});

	it("finds what nobody does, and what nobody has begun in time", async () => {
		const waiting = await aPlacedOrder(ctx);
		const assigned = await anAssignedOrder(ctx);
		const found = async (trouble: "unstaffed" | "late", at: string, clientId = waiting.client.clientId) =>
			(
				await listOfficeOrders(
					{ ...office, clock: fixedClock(at) },
					officeOrdersList.input.parse({ trouble, clientId }),
				)
			).rows.length;
		const [before, after] = ["2026-11-24T06:59:00Z", "2026-11-24T07:01:00Z"];
		expect([await found("unstaffed", before), await found("late", before), await found("late", after)]).toEqual([
			1, 0, 1,
		]);
		const other = assigned.client.clientId;
		expect([await found("unstaffed", after, other), await found("late", after, other)]).toEqual([0, 1]);
	});

	it("is counted as it is filtered", async () => {
		expect(await countOfficeOrders(office, { search: "Pushok" })).toEqual({ count: 4, more: false });
		expect(await countOfficeOrders(office, { state: "under_way" })).toEqual({ count: 0, more: false });
	});

	it("is filtered by state", async () => {
		const assigned = (await list({ state: "assigned" })).rows;
		expect(assigned.length).toBeGreaterThan(0);
		expect(new Set(assigned.map(({ state }) => state))).toEqual(new Set(["assigned"]));
		expect((await list({ state: "under_way" })).rows).toEqual([]);
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const them = actingAs(ctx, aPerson(role));
		await expect(listOfficeOrders(them, officeOrdersList.input.parse({}))).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		const { orderId } = await aPlacedOrder(ctx);
		await expect(getOfficeOrder(them, { orderId })).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(getOfficeOrder(actingAs(ctx, visitor), { orderId })).rejects.toMatchObject({
			code: "common.sign_in_first",
		});
	});
});

describe("the office's order", () => {
	it("tells who had it, at what terms, and how it was rated", async () => {
		const { orderId, client, workerId } = await anAssignedOrder(ctx);
		await unassignWorker(ctx, { orderId, workerId, assignment: 1, reason: "Ill", at: MONDAY });
		const second = newId<typeof workerId>();
		await assignWorker(ctx, { orderId, workerId: second, match: 2 });
		expect(await getOfficeOrder(office, { orderId })).toMatchObject({
			clientId: client.clientId,
			workerShare: 6000n,
			workerPenalty: 4000n,
			priceFormulaVersion: 1,
			mayCancel: true,
			rating: null,
			assignments: [
				{ number: 1, workerId, endedReason: "released" },
				{ number: 2, workerId: second, endedReason: null },
			],
		});
	});

	it("links copies both ways and shows the rating", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "completed");
		const mine = actingAs(ctx, client);
		await rateOrder(mine, { idempotencyKey: newId(), orderId, stars: 3, words: "Fine" });
		const copy = await orderAgain(mine, {
			idempotencyKey: newId(),
			orderId,
			startsAt: new Date("2026-11-27T07:00:00Z"),
		});
		expect(await getOfficeOrder(office, { orderId })).toMatchObject({
			mayCancel: false,
			copies: [copy],
			rating: { stars: 3, words: "Fine" },
		});
		expect(await getOfficeOrder(office, copy)).toMatchObject({ original: { orderId }, copies: [] });
	});

	it("is unknown when nobody has placed it", async () => {
		await expect(getOfficeOrder(office, { orderId: newId() })).rejects.toMatchObject({ code: "common.not_found" });
	});
});
