import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { assignWorker } from "../commands/assign-worker";
import { orderAgain } from "../commands/order-again";
import { placeOrder } from "../commands/place-order";
import { rateOrder } from "../commands/rate-order";
import { unassignWorker } from "../commands/unassign-worker";
import { officeOrdersInput } from "../contracts";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	aPlacedOrder,
	aRequest,
	aServiceType,
	aZone,
	MONDAY,
} from "../testing";
import { getOfficeOrder } from "./get-office-order";
import { listOfficeOrders } from "./list-office-orders";

const ctx = at(createCtx(), MONDAY);
const office = actingAs(ctx, aPerson("manager"));

const list = (asked: Parameters<typeof officeOrdersInput.parse>[0] = {}) =>
	listOfficeOrders(office, officeOrdersInput.parse(asked));

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
		const second = await list({ ...asked, cursor: first.nextCursor });
		expect(first.orders).toHaveLength(3);
		expect(second.nextCursor).toBeNull();
		const numbers = [...first.orders, ...second.orders].map(({ number }) => number);
		expect(numbers).toEqual(expected.map((index) => placed[index]?.number));
	});

	it.each([
		["the number", () => `${placed[2]?.number}`],
		["the number with its sign", () => `# ${placed[2]?.number}`],
	])("is searched by %s", async (_how, search) => {
		expect((await list({ search: search() })).orders).toMatchObject([{ orderId: placed[2]?.orderId }]);
	});

	it.each([
		["снежинка", 1],
		["ВАЗУ комод", 1],
		["O'Malley", 4],
		["pushok armrest", 4],
		["pushok vase", 0],
		["' & | ! :* (", undefined],
	])("is searched by words, each perhaps only begun: %s", async (search, count) => {
		const found = (await list({ search })).orders;
		// Signs without a word filter nothing.
		expect(found).toHaveLength(count ?? (await list()).orders.length);
	});

	it("is filtered by state", async () => {
		const assigned = (await list({ state: "assigned" })).orders;
		expect(assigned.length).toBeGreaterThan(0);
		expect(new Set(assigned.map(({ state }) => state))).toEqual(new Set(["assigned"]));
		expect((await list({ state: "under_way" })).orders).toEqual([]);
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const them = actingAs(ctx, aPerson(role));
		await expect(listOfficeOrders(them, officeOrdersInput.parse({}))).rejects.toMatchObject({
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
