import { describe, expect, it } from "vitest";
import { newId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { getDashboard } from "../queries/get-dashboard";
import { getOrder } from "../queries/get-order";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	auditAbout,
	eventsAbout,
	readOrder,
	TUESDAY,
	WEDNESDAY,
} from "../testing";
import { assignWorker } from "./assign-worker";
import { defineServiceType } from "./define-service-type";
import { orderAgain } from "./order-again";

const ctx = at(createCtx(), "2026-11-24T10:00:00Z");

const again = (orderId: Parameters<typeof orderAgain>[1]["orderId"], startsAt = WEDNESDAY) => ({
	idempotencyKey: newId<string>(),
	orderId,
	startsAt,
});

describe("ordering again (R-130..132)", () => {
	it("copies a failed order to a new date, without the worker who did not come, and links both", async () => {
		const { orderId, client, workerId } = await anEndedOrder(ctx, "failed");
		const mine = actingAs(ctx, client);
		expect((await getDashboard(mine)).failed).toMatchObject([{ orderId, endingReason: "no-show" }]);
		const copy = await orderAgain(mine, again(orderId));
		expect(await readOrder(ctx, copy.orderId)).toMatchObject({
			state: "placed",
			startsAt: WEDNESDAY,
			address: "Cat street 9",
			description: "The left armrest, with love",
			price: null,
			assignment: 0,
			copyOf: orderId,
			excludeWorkerId: workerId,
		});
		expect(await eventsAbout(ctx, `order:${copy.orderId}`)).toMatchObject([
			{ name: "ordering/order.placed", data: { copyOf: orderId, excludeWorkerId: workerId } },
		]);
		expect(await auditAbout(ctx, `order:${copy.orderId}`, "ordering.order-again")).toMatchObject([
			{ actor: { id: client.accountId }, after: { copyOf: orderId } },
		]);
		expect(await getOrder(mine, { orderId })).toMatchObject({ copies: [copy], copyOf: null });
		expect(await getOrder(mine, copy)).toMatchObject({ copies: [], copyOf: { orderId } });
		expect((await getDashboard(mine)).failed).toEqual([]);
	});

	it("prices the copy anew", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "failed");
		const original = await readOrder(ctx, orderId);
		await defineServiceType(ctx, {
			idempotencyKey: newId(),
			serviceTypeId: original.serviceTypeId,
			version: 1,
			name: original.serviceName,
			description: original.serviceName,
			icon: "sofa",
			durationMinutes: 60,
			basePrice: money(20000n),
			supplies: [],
			active: true,
		});
		const copy = await orderAgain(actingAs(ctx, client), again(orderId));
		await assignWorker(ctx, { orderId: copy.orderId, workerId: newId(), match: 1 });
		expect(await readOrder(ctx, copy.orderId)).toMatchObject({ price: 20000n, durationMinutes: 60 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ price: 10000n, durationMinutes: 90 });
	});

	it.each(["completed", "cancelled"] as const)("copies a %s order, and any worker may come", async (outcome) => {
		const { orderId, client } = await anEndedOrder(ctx, outcome);
		const copy = await orderAgain(actingAs(ctx, client), again(orderId));
		expect(await readOrder(ctx, copy.orderId)).toMatchObject({ copyOf: orderId, excludeWorkerId: null });
	});

	it("makes one copy of two requests with one key at the same moment, and another with another key", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "failed");
		const mine = actingAs(ctx, client);
		const asked = again(orderId);
		const [first, second] = await Promise.all([orderAgain(mine, asked), orderAgain(mine, asked)]);
		expect(second).toEqual(first);
		const other = await orderAgain(mine, again(orderId));
		expect((await getOrder(mine, { orderId })).copies).toEqual([first, other]);
	});

	it("wants a date that is possible: the old one is not", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "failed");
		await expect(orderAgain(actingAs(ctx, client), again(orderId, TUESDAY))).rejects.toMatchObject({
			code: "ordering.start_not_possible",
		});
	});

	it("is refused while the order goes on", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		await expect(orderAgain(actingAs(ctx, client), again(orderId))).rejects.toMatchObject({
			code: "ordering.not_ended_yet",
		});
	});

	it("is not for a stranger, to whom the order is as unknown as none", async () => {
		const { orderId } = await anEndedOrder(ctx, "failed");
		const stranger = actingAs(ctx, aClient());
		await expect(orderAgain(stranger, again(orderId))).rejects.toMatchObject({ code: "common.not_found" });
		await expect(orderAgain(stranger, again(newId()))).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("is not for the house", async () => {
		const { orderId } = await anEndedOrder(ctx, "failed");
		await expect(orderAgain(ctx, again(orderId))).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
