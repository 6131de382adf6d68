import { describe, expect, it } from "vitest";
import { recordOpeningBalance } from "@/server/contexts/billing/commands/record-opening-balance";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { assignWorker } from "../commands/assign-worker";
import { mirrorEnding } from "../commands/mirror-ending";
import { mirrorStart } from "../commands/mirror-start";
import { noteWaiting } from "../commands/note-waiting";
import { placeOrder } from "../commands/place-order";
import { replicateWorker } from "../commands/replicate-worker";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	anEnding,
	aPlacedOrder,
	aRegisteredClient,
	aRequest,
	aServiceType,
	aWait,
	aZone,
	MONDAY,
} from "../testing";
import { getDashboard } from "./get-dashboard";
import { getEstimate } from "./get-estimate";
import { getOrder } from "./get-order";
import { getRememberedPlace } from "./get-remembered-place";
import { listPastOrders } from "./list-past-orders";
import { listStartTimes } from "./list-start-times";

const ctx = at(createCtx(), MONDAY);

const aWorkerCard = (workerId: WorkerId, version = 1, name = "Barsik") => ({
	workerId,
	version,
	name,
	email: "barsik@cats.example",
	phone: "+79990001133",
	locale: "ru" as const,
	age: 3,
	breed: "siberian",
	coat: "ginger",
	photoId: null,
	strengths: ["scratching", "stealth", "speed", "patience"].map((trait, index) => ({
		trait,
		name: { en: trait, ru: `по-русски ${trait}` },
		level: 5 - index,
	})),
	weaknesses: [{ trait: "hunting", name: { en: "hunting", ru: "охота" }, level: 1 }],
	active: true,
});

const ids = (cards: { orderId: string }[]) => cards.map(({ orderId }) => orderId);

describe("the dashboard (R-010)", () => {
	it("is empty for a new client", async () => {
		const mine = actingAs(ctx, aClient());
		expect(await getDashboard(mine)).toEqual({ failed: [], now: [], next: [] });
		expect(await listPastOrders(mine, {})).toEqual({ orders: [], nextCursor: null });
	});

	it("tells what is going on from what comes next, and shows own orders only", async () => {
		const client = aClient();
		const mine = actingAs(ctx, client);
		const place = async (startsAt: string) =>
			(await placeOrder(mine, { ...(await aRequest(ctx)), startsAt: new Date(startsAt) })).orderId;
		const assign = (orderId: Awaited<ReturnType<typeof place>>) =>
			assignWorker(ctx, { orderId, workerId: newId(), match: 1 });
		const searching = await place("2026-12-08T07:00:00Z");
		const today = await place("2026-11-23T12:00:00Z");
		const later = await place("2026-12-01T07:00:00Z");
		const soonest = await place("2026-11-30T07:00:00Z");
		for (const orderId of [today, later, soonest]) await assign(orderId);
		await aPlacedOrder(ctx);
		await noteWaiting(ctx, aWait(searching));

		const dashboard = await getDashboard(mine);
		expect(ids(dashboard.now)).toEqual([today, searching]);
		expect(ids(dashboard.next)).toEqual([soonest, later]);
		expect(dashboard.now).toMatchObject([
			{ state: "assigned", price: 10000n, waiting: false, icon: "sofa" },
			{ state: "placed", price: null, waiting: true },
		]);
		await mirrorStart(ctx, { orderId: soonest, assignment: 1 });
		expect(ids((await getDashboard(mine)).now)).toEqual([today, soonest, searching]);
	});

	it("pages through what is past without losing or repeating any", async () => {
		const client = aClient();
		const mine = actingAs(ctx, client);
		const [{ serviceTypeId }, { zoneId }] = [await aServiceType(ctx), await aZone(ctx)];
		const made: string[] = [];
		for (let count = 0; count < 23; count++) {
			const { orderId } = await aPlacedOrder(ctx, client, { serviceTypeId, zoneId });
			await mirrorEnding(ctx, { ...anEnding({ orderId }), outcome: "cancelled" });
			made.push(orderId);
		}
		await aPlacedOrder(ctx, client, { serviceTypeId, zoneId });
		const first = await listPastOrders(mine, {});
		const second = await listPastOrders(mine, { cursor: first.nextCursor });
		expect(first.orders).toHaveLength(20);
		expect(second).toMatchObject({ nextCursor: null });
		expect(ids([...first.orders, ...second.orders])).toEqual(made.reverse());
		expect(first.orders[0]).toMatchObject({ state: "cancelled", owed: 0n });
	});

	it.each(["worker", "warehouse", "manager"] as const)("is not for a %s", async (role) => {
		const them = actingAs(ctx, aPerson(role));
		for (const asked of [getDashboard(them), listPastOrders(them, {}), getRememberedPlace(them)]) {
			await expect(asked).rejects.toMatchObject({ code: "common.not_allowed" });
		}
		await expect(getDashboard(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});

describe("an order's page", () => {
	it("shows the worker's card with strengths as words: no level, no weakness, no way to reach the worker", async () => {
		const order = await anAssignedOrder(ctx);
		await replicateWorker(ctx, aWorkerCard(order.workerId));
		const { worker } = await getOrder(actingAs(ctx, order.client), order);
		expect(worker).toEqual({
			workerId: order.workerId,
			name: "Barsik",
			breed: "siberian",
			coat: "ginger",
			photoId: null,
			strengths: ["scratching", "stealth", "speed"].map((en) => ({ en, ru: `по-русски ${en}` })),
		});
	});

	it("keeps the newest version of the worker, whatever order the versions come in", async () => {
		const order = await anAssignedOrder(ctx);
		for (const [version, name] of [
			[2, "Barsik the Second"],
			[1, "Barsik"],
			[3, "Barsik the Third"],
			[2, "Barsik the Second"],
		] as const) {
			await replicateWorker(ctx, aWorkerCard(order.workerId, version, name));
		}
		expect((await getOrder(actingAs(ctx, order.client), order)).worker?.name).toBe("Barsik the Third");
	});

	it("shows an approximate price until it is fixed", async () => {
		const { orderId, client } = await aPlacedOrder(ctx);
		const mine = actingAs(ctx, client);
		expect((await getOrder(mine, { orderId })).price).toEqual({
			fixed: false,
			listPrice: 10000n,
			discountPercent: 0,
			price: 10000n,
		});
		await assignWorker(ctx, { orderId, workerId: newId(), match: 1 });
		expect((await getOrder(mine, { orderId })).price).toMatchObject({ fixed: true, price: 10000n });
	});

	it("carries none of the house's secrets", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "completed");
		const mine = actingAs(ctx, client);
		const answers = [await getOrder(mine, { orderId }), await listPastOrders(mine, {})];
		const keys = new Set(answers.flatMap((answer) => keysOf(answer)));
		for (const secret of ["workerShare", "workerPenalty", "moneyPolicyVersion", "priceFormulaVersion", "search"]) {
			expect(keys).not.toContain(secret);
		}
		expect([...keys].filter((key) => /score|match|exclude|pipeline/i.test(key))).toEqual([]);
	});

	it("is unknown to a stranger", async () => {
		const { orderId } = await aPlacedOrder(ctx);
		await expect(getOrder(actingAs(ctx, aClient()), { orderId })).rejects.toMatchObject({ code: "common.not_found" });
	});
});

describe("the request form", () => {
	it("estimates the cost with the client's discount and says what it is for", async () => {
		const client = await aRegisteredClient(ctx);
		const mine = actingAs(ctx, client);
		const { serviceTypeId } = await aServiceType(ctx);
		const paid = money(2_000_001n);
		await recordOpeningBalance(ctx, { idempotencyKey: newId(), clientId: client.clientId, paid, reason: "Before" });
		expect(await getEstimate(mine, { serviceTypeId })).toEqual({
			listPrice: 10000n,
			discountPercent: 6,
			price: 9400n,
			paidTotal: paid,
			duePercent: { cancelled: 100, failed: 100 },
			objection: null,
		});
		const { serviceTypeId: retired } = await aServiceType(ctx, { active: false });
		await expect(getEstimate(mine, { serviceTypeId: retired })).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("remembers the last place and contact; at first what identity knows", async () => {
		const client = await aRegisteredClient(ctx);
		const mine = actingAs(ctx, client);
		expect(await getRememberedPlace(mine)).toEqual({
			place: null,
			contact: { name: "Мурка", phone: "+79990002233" },
		});
		const request = await aRequest(ctx);
		await placeOrder(mine, { ...request, contact: { name: "Vaska", phone: "+79990003344" } });
		expect(await getRememberedPlace(mine)).toEqual({
			place: request.place,
			contact: { name: "Vaska", phone: "+79990003344" },
		});
	});

	it("offers only days with possible times, six weeks at most at once", async () => {
		const late = at(ctx, "2026-11-23T18:30:00Z");
		const all = await listStartTimes(late, {});
		expect(all).toMatchObject({ lastDate: "2026-12-23", through: "2027-01-03" });
		expect(all.days[0]).toMatchObject({ date: "2026-11-24" });
		expect(all.days[0]?.starts[0]).toBe("2026-11-24T05:00:00.000Z");
		expect(all.days.at(-1)?.date).toBe("2026-12-23");
		const rest = await listStartTimes(late, { from: "2026-12-20" });
		expect(rest.days.map(({ date }) => date)).toEqual(["2026-12-20", "2026-12-21", "2026-12-22", "2026-12-23"]);
		expect((await listStartTimes(late, { from: "2020-01-01" })).days).toEqual(all.days);
	});
});

const keysOf = (value: unknown): string[] =>
	typeof value === "object" && value !== null
		? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
		: [];
