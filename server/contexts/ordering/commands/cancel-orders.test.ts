import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { anAssignedOrder, anEndedOrder, aPlacedOrder, auditAbout, eventsAbout, MONDAY, readOrder } from "../testing";
import { cancelOrders } from "./cancel-orders";

const ctx = at(createCtx(), MONDAY);
const office = actingAs(ctx, aPerson("manager"));

describe("cancelling many orders at once", () => {
	it("asks for each by itself, and says of each what came of it", async () => {
		const placed = await aPlacedOrder(ctx);
		const assigned = await anAssignedOrder(ctx);
		const ended = await anEndedOrder(ctx, "completed");
		const nobodys = newId<OrderId>();
		const orderIds = [placed.orderId, ended.orderId, nobodys, assigned.orderId];
		expect(await cancelOrders(office, { orderIds, reason: "The bridge is closed" })).toEqual([
			{ orderId: placed.orderId, refusal: null },
			{ orderId: ended.orderId, refusal: "ordering.already_ended" },
			{ orderId: nobodys, refusal: "common.not_found" },
			{ orderId: assigned.orderId, refusal: null },
		]);
		for (const { orderId } of [placed, assigned]) {
			expect((await readOrder(ctx, orderId)).cancellationRequestedBy).toBe("manager");
			expect(await auditAbout(ctx, `order:${orderId}`, "ordering.request-cancellation")).toMatchObject([
				{ reason: "The bridge is closed" },
			]);
			expect((await eventsAbout(ctx, `order:${orderId}`)).map(({ name }) => name)).toContain(
				"ordering/order.cancellation-requested",
			);
		}
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const { orderId } = await aPlacedOrder(ctx);
		const them = actingAs(ctx, aPerson(role));
		await expect(cancelOrders(them, { orderIds: [orderId], reason: "x" })).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		expect((await readOrder(ctx, orderId)).cancellationRequestedAt).toBeNull();
	});
});
