import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { orders, workers } from "@/db/schema/ordering";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { getOrderSupplies } from "@/server/contexts/supplies/queries/get-order-supplies";
import { startTestEngine } from "@/server/engine/testing";
import { beginTimeAt, idle } from "@/server/engine/time-machine";
import { functions } from "@/server/inngest/functions";
import { system } from "@/server/kernel/actor";
import { addDays, businessDate, instantAt } from "@/server/kernel/calendar";
import { hours, minutes, after as plus } from "@/server/kernel/clock";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { as, keyFor } from "./actors";
import { livingCast } from "./cast";
import { type Company, layCompany } from "./company";
import { signInAs } from "./personas";
import { withIdsNamed } from "./simulation/named-ids";
import { travel } from "./travel";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

const ctx = createCtx({ actor: system("test") });
const zone = "Europe/Moscow";
const morning = instantAt(addDays(businessDate(ctx.clock.systemNow(), zone), 1), "08:00", zone);
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let company: Company;

beforeAll(async () => {
	engine = await startTestEngine(functions);
	await beginTimeAt(morning);
	await withTransaction(ctx, (tx) =>
		audit(tx, { action: "demo.begin", subject: "demo:history", after: { present: morning.toISOString() } }),
	);
	company = await layCompany(ctx, livingCast, "test");
}, 120_000);
afterAll(() => engine.stop());

/** An order of Murka's, and who was sent. */
async function anOrder(name: string, startsAt: Date): Promise<{ orderId: OrderId; workerName: string }> {
	const client = await as(ctx, "murka@happycatbox.example");
	const serviceTypeId = company.serviceTypes.get("sofa");
	const zoneId = company.zones.get("old-town");
	if (!serviceTypeId || !zoneId) throw new Error("the company has no sofa or no old town");
	// Named, so that chance decides about it the same in every run.
	const { orderId } = await withIdsNamed(name, () =>
		placeOrder(client, {
			idempotencyKey: keyFor(name),
			serviceTypeId,
			description: name,
			place: { zoneId, address: "Milk Lane 4", note: "" },
			contact: { name: "Murka", phone: "+79990001122" },
			startsAt,
		}),
	);
	await idle();
	const [found] = await ctx.db
		.select({ workerName: workers.name })
		.from(orders)
		.innerJoin(workers, eq(workers.id, orders.workerId))
		.where(eq(orders.id, orderId));
	return { orderId, workerName: found?.workerName ?? "" };
}

const stateOf = async (orderId: OrderId) =>
	(await ctx.db.select({ state: orders.state }).from(orders).where(eq(orders.id, orderId)))[0]?.state;

describe("while time moves", () => {
	it("everybody acts by themselves but whoever a visitor plays", { timeout: 240_000 }, async () => {
		const startsAt = plus(morning, hours(4));
		const [left, played] = [await anOrder("left to the company", startsAt), await anOrder("played", startsAt)];
		expect(left.workerName).not.toBe(played.workerName);
		const key = livingCast.workers.find(({ name }) => name === played.workerName)?.persona ?? "";
		await signInAs(ctx, key);
		await signInAs(ctx, "loyal-client");
		await travel(ctx, plus(startsAt, minutes(30)));
		// The kit of both was handed out; the played worker's visitor did not come.
		expect(await stateOf(played.orderId)).toBe("failed");
		expect(await stateOf(left.orderId)).toBe("under_way");
	});

	it("nobody hands out kits while a visitor has the kiosk", { timeout: 240_000 }, async () => {
		await signInAs(ctx, "second-warehouse");
		const startsAt = plus(morning, hours(8));
		const { orderId } = await anOrder("a kit that stays", startsAt);
		await travel(ctx, plus(startsAt, minutes(5)));
		expect(await stateOf(orderId)).not.toBe("under_way");
	});

	it("the shelf is worked again when the visitor's shift is over", { timeout: 240_000 }, async () => {
		await signInAs(ctx, "second-warehouse");
		const startsAt = plus(morning, hours(28));
		const { orderId } = await anOrder("a kit of the day after", startsAt);
		await travel(ctx, plus(startsAt, minutes(5)));
		const supplies = await getOrderSupplies(await as(ctx, "leopold@happycatbox.example"), { orderId });
		expect(supplies.kits.at(-1)?.state).toBe("issued");
	});
});
