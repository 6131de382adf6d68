import { and, arrayContains, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payees, payers } from "@/db/schema/billing";
import { outbox } from "@/db/schema/events";
import { startTestEngine } from "@/server/engine/testing";
import type { EventData, EventDefinition } from "@/server/events/catalog/_define";
import { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import { accountChanged } from "@/server/events/catalog/identity";
import { orderAssigned } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { balance } from "../ledger/balance";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anAssignment, cancelledEvent, completedEvent, correctedEvent, failedEvent } from "../testing";
import { billingFunctions } from ".";

const ctx = createCtx();

let engine: Awaited<ReturnType<typeof startTestEngine>>;

// Every event starts each function twice, and every step's first answer is lost.
beforeAll(async () => {
	engine = await startTestEngine(billingFunctions, { twice: true, repeated: true });
});
afterAll(() => engine.stop());

const tell = <Definition extends EventDefinition>(event: Definition, data: EventData<Definition>) =>
	withTransaction(ctx, (tx) => publish(tx, event, data as never));

const standing = async ({ clientId, workerId }: ReturnType<typeof anAssignment>) => [
	await balance(ctx, { kind: "client", ownerId: clientId }),
	await balance(ctx, { kind: "worker", ownerId: workerId }),
];

const postedFor = (orderId: string) =>
	ctx.db
		.select()
		.from(outbox)
		.where(and(eq(outbox.name, "billing/charge.posted"), arrayContains(outbox.subjects, [`order:${orderId}`])))
		.orderBy(asc(outbox.sequence));

describe("what billing hears, each event twice and out of order", () => {
	it.each([
		["completed", jobCompleted, completedEvent, [-95_00n, 60_00n]],
		["failed", jobFailed, failedEvent, [-95_00n, -40_00n]],
		["cancelled", jobCancelled, cancelledEvent, [-95_00n, 0n]],
	] as const)("an order %s, told before its terms", async (_outcome, event, ended, sums) => {
		const order = anAssignment();
		await tell(event as EventDefinition, ended(order));
		await tell(orderAssigned, order);
		await engine.settle();
		expect(await standing(order)).toEqual(sums);
		const [posted, ...more] = await postedFor(order.orderId);
		expect(more).toEqual([]);
		const [cause] = await ctx.db
			.select()
			.from(outbox)
			.where(eq(outbox.id, posted?.cause ?? ""));
		expect(cause?.name).toBe(event.name);
	});

	it("a correction of a correction, told backwards", async () => {
		const order = anAssignment();
		await tell(jobCorrected, correctedEvent(order, 3, "completed", "cancelled"));
		await tell(jobCorrected, correctedEvent(order, 2, "failed", "completed"));
		await tell(jobFailed, failedEvent(order));
		await tell(orderAssigned, order);
		await engine.settle();
		expect(await standing(order)).toEqual([-95_00n, 0n]);
		expect((await postedFor(order.orderId)).map(({ data }) => data.outcome)).toEqual([
			"failed",
			"completed",
			"cancelled",
		]);
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});

	it("goes on after the process was killed in the middle", async () => {
		const orders = Array.from({ length: 20 }, () => anAssignment());
		for (const order of orders) {
			await tell(orderAssigned, order);
			await tell(jobCompleted, completedEvent(order));
		}
		await engine.kill();
		await engine.resume();
		await engine.settle();
		for (const order of orders) expect(await standing(order)).toEqual([-95_00n, 60_00n]);
	});

	it("people: the newest version is kept", async () => {
		const { clientId, workerId } = anAssignment();
		const version = (number: number, name: string): EventData<typeof accountChanged> => ({
			...{ accountId: newId(), version: number, name, email: "m@cats.example", phone: "", locale: "en", roles: [] },
			...{ clientId, workerId, active: true },
		});
		await tell(accountChanged, version(2, "Murka the Second"));
		await tell(accountChanged, version(1, "Murka"));
		await engine.settle();
		const name = { name: "Murka the Second", version: 2 };
		expect(await ctx.db.select().from(payers).where(eq(payers.clientId, clientId))).toMatchObject([name]);
		expect(await ctx.db.select().from(payees).where(eq(payees.workerId, workerId))).toMatchObject([name]);
	});
});
