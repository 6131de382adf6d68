import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId, type ServiceTypeId, type WorkerId, type ZoneId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { workerMatched } from "./catalog/matching";
import { orderPlaced } from "./catalog/ordering";
import { kitReady } from "./catalog/supplies";
import { publish } from "./publish";
import { getOrderTimeline } from "./timeline";

const ctx = createCtx();
const client = aPerson("client");
const worker = aPerson("worker");
const orderId = newId<OrderId>();
const at = ctx.clock.now().toISOString();

async function story(): Promise<void> {
	if (!client.clientId || !worker.workerId) throw new Error("people of the story are not whole");
	const { clientId } = client;
	const workerId: WorkerId = worker.workerId;
	await withTransaction(ctx, async (tx) => {
		await publish(tx, orderPlaced, {
			orderId,
			orderNumber: 1,
			clientId,
			serviceTypeId: newId<ServiceTypeId>(),
			serviceName: { en: "Sofa", ru: "Диван" },
			description: "secret wish",
			place: { zoneId: newId<ZoneId>(), zoneName: "Hill", address: "Lane 1", note: "" },
			contact: { name: "Murka", phone: "+79990001122" },
			startsAt: at,
			durationMinutes: 60,
			copyOf: null,
			excludeWorkerId: null,
		});
		await publish(tx, workerMatched, { orderId, workerId, match: 1, pipelineVersion: 1, score: 0.987654 });
		await publish(tx, kitReady, { orderId, workerId, assignment: 1, by: "Marfa", at });
	});
}
await story();

const seenBy = (person: typeof client) => getOrderTimeline(actingAs(ctx, person), orderId);

describe("an order's timeline", () => {
	it("is whole for a manager, with who did it", async () => {
		const events = await seenBy(aPerson("manager"));
		expect(events.map(({ name }) => name)).toEqual([orderPlaced.name, workerMatched.name, kitReady.name]);
		expect(events[1]).toMatchObject({ data: { score: 0.987654 }, actor: { kind: "system" } });
	});

	it("shows the client what the catalogue lists, and no score", async () => {
		const events = await seenBy(client);
		expect(events).toMatchObject([{ name: orderPlaced.name, actor: null, cause: null }]);
		expect(Object.keys(events[0]?.data ?? {}).sort()).toEqual(["copyOf", "orderId", "startsAt"]);
		expect(JSON.stringify(events)).not.toContain("0.98");
	});

	it("shows the worker what names the worker", async () => {
		const events = await seenBy(worker);
		expect(events).toMatchObject([{ name: kitReady.name, data: { orderId, at } }]);
		expect(JSON.stringify(events)).not.toContain("Marfa");
	});

	it.each(["client", "worker", "warehouse"] as const)("does not exist for another %s", async (role) => {
		await expect(seenBy(aPerson(role))).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("does not exist for a visitor", async () => {
		await expect(getOrderTimeline(actingAs(ctx, { kind: "visitor" }), orderId)).rejects.toMatchObject({
			code: "common.sign_in_first",
		});
	});
});
