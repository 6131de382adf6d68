import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { kits } from "@/db/schema/execution";
import { liveChanges } from "@/db/schema/platform";
import type { OrderId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { aKitFact, aPlacedOrder, aScheduledJob, aWorker } from "../testing";
import { recordKit } from "./record-kit";

const ctx = createCtx();
const facts = [
	{ second: "01", issued: true },
	{ second: "05", issued: false },
	{ second: "09", issued: true },
];
const orders = [
	[0, 1, 2],
	[0, 2, 1],
	[1, 0, 2],
	[1, 2, 0],
	[2, 0, 1],
	[2, 1, 0],
];

async function kitOf(orderId: OrderId, assignment = 1): Promise<boolean | undefined> {
	const here = and(eq(kits.orderId, orderId), eq(kits.assignment, assignment));
	const [kit] = await ctx.db.select().from(kits).where(here);
	return kit?.issued;
}

describe("what is heard of a kit", () => {
	it.each(orders)("comes in any order, %i %i %i, and the newest counts", async (...sequence) => {
		const order = aPlacedOrder();
		const { workerId } = aWorker();
		for (const index of [...sequence, ...sequence]) {
			const { second, issued } = facts[index] ?? { second: "00", issued: false };
			await recordKit(ctx, { ...aKitFact(order, workerId, `2026-11-30T10:00:${second}.000Z`), issued });
		}
		expect(await kitOf(order.orderId)).toBe(true);
	});

	it.each([
		[true, false],
		[false, true],
	])("at one moment is undone, whichever comes first (%s, then %s)", async (...sequence) => {
		const order = aPlacedOrder();
		const { workerId } = aWorker();
		for (const issued of sequence) {
			await recordKit(ctx, { ...aKitFact(order, workerId, "2026-11-30T10:00:00.000Z"), issued });
		}
		expect(await kitOf(order.orderId)).toBe(false);
	});

	it("is known for its assignment only, and shown to the worker who has the job", async () => {
		const { order, worker } = await aScheduledJob(ctx, { kit: false });
		const heard = () => ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, order.orderId));
		const before = (await heard()).length;
		const other = aKitFact(order, worker.workerId, "2026-11-30T10:00:00.000Z", 2);
		await recordKit(ctx, { ...other, issued: true });
		expect(await kitOf(order.orderId, 1)).toBeUndefined();
		expect(await heard()).toHaveLength(before);
		await recordKit(ctx, { ...other, assignment: 1, issued: true });
		expect((await heard()).at(-1)?.audiences).toContain(`worker:${worker.workerId}`);
	});
});
