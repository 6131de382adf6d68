import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payers } from "@/db/schema/billing";
import { orders } from "@/db/schema/ordering";
import { liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { system, visitor } from "@/server/kernel/actor";
import { type ClientId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import {
	aClient,
	aRequest,
	aServiceType,
	auditAbout,
	aZone,
	eventsAbout,
	MONDAY,
	readOrder,
	TUESDAY,
} from "../testing";
import { placeOrder } from "./place-order";

const ctx = at(createCtx(), MONDAY);

const ordersOf = (clientId: ClientId) => ctx.db.select().from(orders).where(eq(orders.clientId, clientId));

describe("placing an order (R-020)", () => {
	it("writes the order with what the service type is now, puts it on record, tells everybody", async () => {
		const client = aClient();
		const request = await aRequest(ctx);
		const { orderId, number } = await placeOrder(actingAs(ctx, client), request);
		expect(number).toBeGreaterThan(1000);
		expect(await readOrder(ctx, orderId)).toMatchObject({
			number,
			clientId: client.clientId,
			state: "placed",
			serviceName: { en: "Sofa scratching", ru: "Царапание дивана" },
			durationMinutes: 90,
			basePrice: 10000n,
			price: null,
			startsAt: TUESDAY,
			placedAt: new Date(MONDAY),
			zoneName: "Riverside",
		});
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.place")).toMatchObject([
			{ actor: { id: client.accountId }, after: { number, startsAt: TUESDAY.toISOString() } },
		]);
		expect(await eventsAbout(ctx, `order:${orderId}`)).toMatchObject([
			{
				name: "ordering/order.placed",
				data: {
					orderNumber: number,
					clientId: client.clientId,
					startsAt: TUESDAY.toISOString(),
					place: { zoneName: "Riverside", address: "Cat street 9", note: "Code 1234" },
					copyOf: null,
					excludeWorkerId: null,
				},
			},
		]);
		const announced = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, orderId));
		expect(announced).toMatchObject([{ context: "ordering", audiences: [`client:${client.clientId}`, "office"] }]);
	});

	it("makes one order of two requests with one key that come at the same moment", async () => {
		const client = aClient();
		const request = await aRequest(ctx);
		const mine = actingAs(ctx, client);
		const answers = await Promise.all([
			placeOrder(mine, request),
			placeOrder(mine, request),
			placeOrder(mine, request),
		]);
		expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
		expect(await ordersOf(client.clientId)).toHaveLength(1);
		expect(await eventsAbout(ctx, `client:${client.clientId}`)).toHaveLength(1);
	});

	it("gives the first answer to a repetition, even when the time could not be booked any more", async () => {
		const client = actingAs(ctx, aClient());
		const request = await aRequest(ctx);
		const first = await placeOrder(client, request);
		expect(await placeOrder(at(client, TUESDAY), request)).toEqual(first);
	});

	it("refuses one key with two contents", async () => {
		const client = actingAs(ctx, aClient());
		const request = await aRequest(ctx);
		await placeOrder(client, request);
		await expect(placeOrder(client, { ...request, description: "Another" })).rejects.toMatchObject({
			code: "common.idempotency_key_reused",
		});
	});

	it.each([
		["in the past", "2026-11-22T07:00:00Z"],
		["sooner than the lead time", "2026-11-23T07:30:00Z"],
		["between two slots", "2026-11-24T07:10:00Z"],
		["at night", "2026-11-24T00:00:00Z"],
		["behind the horizon", "2027-02-01T07:00:00Z"],
	])("refuses a start %s", async (_when, startsAt) => {
		const client = aClient();
		const request = { ...(await aRequest(ctx)), startsAt: new Date(startsAt) };
		await expect(placeOrder(actingAs(ctx, client), request)).rejects.toMatchObject({
			code: "ordering.start_not_possible",
		});
		expect(await ordersOf(client.clientId)).toEqual([]);
		expect(await eventsAbout(ctx, `client:${client.clientId}`)).toEqual([]);
	});

	it("refuses a retired service type, a closed zone, and ids of nothing", async () => {
		const client = actingAs(ctx, aClient());
		const { serviceTypeId } = await aServiceType(ctx, { active: false });
		const { zoneId } = await aZone(ctx, false);
		const place = async (given: Parameters<typeof aRequest>[1]) => placeOrder(client, await aRequest(ctx, given));
		await expect(place({ serviceTypeId })).rejects.toMatchObject({ code: "ordering.service_type_retired" });
		await expect(place({ serviceTypeId: newId() })).rejects.toMatchObject({ code: "ordering.service_type_retired" });
		await expect(place({ zoneId })).rejects.toMatchObject({ code: "ordering.zone_not_served" });
		await expect(place({ zoneId: newId() })).rejects.toMatchObject({ code: "ordering.zone_not_served" });
	});

	it("refuses a client whom billing does not let order", async () => {
		const client = aClient();
		await ctx.db.insert(payers).values({ clientId: client.clientId, version: 1, name: "Murka", active: false });
		await expect(placeOrder(actingAs(ctx, client), await aRequest(ctx))).rejects.toMatchObject({
			code: "ordering.may_not_order",
		});
	});

	it.each(["worker", "warehouse", "manager", "admin"] as const)("is not for a %s", async (role) => {
		await expect(placeOrder(actingAs(ctx, aPerson(role)), await aRequest(ctx))).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});

	it("is not for the house or a visitor", async () => {
		const request = await aRequest(ctx);
		await expect(placeOrder(actingAs(ctx, system("test")), request)).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		await expect(placeOrder(actingAs(ctx, visitor), request)).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});
