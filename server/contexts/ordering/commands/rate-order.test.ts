import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ratings } from "@/db/schema/ordering";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { getOrder } from "../queries/get-order";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	anEnding,
	aPlacedOrder,
	auditAbout,
	eventsAbout,
	MONDAY,
} from "../testing";
import { mirrorEnding } from "./mirror-ending";
import { rateOrder } from "./rate-order";

const ctx = at(createCtx(), MONDAY);

const rating = (orderId: OrderId, stars = 5) => ({ idempotencyKey: newId<string>(), orderId, stars, words: "Soft!" });

describe("rating an order", () => {
	it("is written, put on record and told, with the worker", async () => {
		const { orderId, client, workerId } = await anEndedOrder(ctx, "completed");
		const mine = actingAs(ctx, client);
		expect((await getOrder(mine, { orderId })).mayRate).toBe(true);
		await rateOrder(mine, rating(orderId, 4));
		expect(await ctx.db.select().from(ratings).where(eq(ratings.orderId, orderId))).toMatchObject([
			{ workerId, stars: 4, words: "Soft!", at: new Date(MONDAY) },
		]);
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.rate")).toMatchObject([
			{ actor: { id: client.accountId }, after: { stars: 4 } },
		]);
		expect((await eventsAbout(ctx, `order:${orderId}`)).at(-1)).toMatchObject({
			name: "ordering/order.rated",
			data: { clientId: client.clientId, workerId, stars: 4, words: "Soft!" },
		});
		expect(await getOrder(mine, { orderId })).toMatchObject({ mayRate: false, rating: { stars: 4, words: "Soft!" } });
	});

	it("is done once: of two at the same moment one is refused", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "completed");
		const rate = (stars: number) => rateOrder(actingAs(ctx, client), rating(orderId, stars));
		const results = await Promise.allSettled([rate(5), rate(1)]);
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(results.find(({ status }) => status === "rejected")).toMatchObject({
			reason: { code: "ordering.already_rated" },
		});
		expect(await ctx.db.select().from(ratings).where(eq(ratings.orderId, orderId))).toHaveLength(1);
	});

	it("repeated with one key is the same rating", async () => {
		const { orderId, client } = await anEndedOrder(ctx, "completed");
		const same = rating(orderId);
		await rateOrder(actingAs(ctx, client), same);
		await rateOrder(actingAs(ctx, client), same);
		expect(await eventsAbout(ctx, `order:${orderId}`)).toHaveLength(3);
	});

	it("is for completed orders that somebody did", async () => {
		const unfinished = [await aPlacedOrder(ctx), await anAssignedOrder(ctx), await anEndedOrder(ctx, "failed")];
		const nobody = await aPlacedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding({ orderId: nobody.orderId }), outcome: "completed" });
		for (const { orderId, client } of [...unfinished, nobody]) {
			await expect(rateOrder(actingAs(ctx, client), rating(orderId))).rejects.toMatchObject({
				code: "ordering.not_completed",
			});
		}
	});

	it("is not for a stranger or another role", async () => {
		const { orderId } = await anEndedOrder(ctx, "completed");
		await expect(rateOrder(actingAs(ctx, aClient()), rating(orderId))).rejects.toMatchObject({
			code: "common.not_found",
		});
		for (const role of ["worker", "warehouse", "manager"] as const) {
			await expect(rateOrder(actingAs(ctx, aPerson(role)), rating(orderId))).rejects.toMatchObject({
				code: "common.not_allowed",
			});
		}
	});
});
