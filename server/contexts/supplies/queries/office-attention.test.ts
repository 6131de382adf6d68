import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cookieOrders } from "@/db/schema/supplies";
import { aPerson } from "@/server/contexts/identity/testing";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { issueKit } from "../commands/issue-kit";
import { recordEnding } from "../commands/record-ending";
import { aRequestedKit } from "../testing";
import { getAttention } from "./get-attention";

const ctx = createCtx();
const office = (time: string) => at(actingAs(ctx, aPerson("manager")), time);

describe("what needs a manager now", () => {
	it("is a kit that is still on the shelf 45 minutes before the start, with who waits for it", async () => {
		const { orderId, worker } = await aRequestedKit(ctx, { startsAt: "2026-12-01T10:00:00.000Z" });
		const { kitId: issued } = await aRequestedKit(ctx, { startsAt: "2026-12-01T10:00:00.000Z" });
		const ended = await aRequestedKit(ctx, { startsAt: "2026-12-01T10:00:00.000Z" });
		await issueKit(at(actingAs(ctx, aPerson("warehouse")), "2026-12-01T08:00:00Z"), { kitId: issued });
		await recordEnding(at(ctx, "2026-12-01T08:00:00Z"), {
			...{ orderId: ended.orderId, completed: false, assignment: 1, at: "2026-12-01T08:00:00.000Z" },
		});
		expect((await getAttention(office("2026-12-01T09:14:59Z"))).lateKits.count).toBe(0);
		expect((await getAttention(office("2026-12-01T09:15:00Z"))).lateKits).toMatchObject({
			count: 1,
			items: [{ orderId, workerName: worker.name }],
		});
	});

	it("is a cookie that was given up since yesterday", async () => {
		const { orderId, assigned } = await aRequestedKit(ctx, { startsAt: "2026-12-05T10:00:00.000Z" });
		await ctx.db
			.update(cookieOrders)
			.set({ state: "given-up", gaveUpAt: new Date("2026-12-03T10:00:00Z"), trouble: "The oven is cold" })
			.where(eq(cookieOrders.orderId, orderId));
		expect((await getAttention(office("2026-12-04T09:59:00Z"))).cookies).toMatchObject({
			count: 1,
			items: [{ orderId, number: assigned.orderNumber, trouble: "The oven is cold" }],
		});
		expect((await getAttention(office("2026-12-04T10:00:00Z"))).cookies).toEqual({ count: 0, items: [] });
	});

	it.each(["client", "worker", "warehouse"] as const)("is not told to a %s", async (role) => {
		await expect(getAttention(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
