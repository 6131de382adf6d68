import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rawSql } from "@/db/client";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { kitReady } from "./catalog/supplies";
import type { DeliveredEvent } from "./delivered";
import { publish } from "./publish";
import { type Send, startRelay } from "./relay";

const pace = { pollMs: 20, retryMs: 30, batch: 10 };
let taken: DeliveredEvent[];
let relays: Awaited<ReturnType<typeof startRelay>>[];
const relay = async (send: Send = async (events) => void taken.push(...events)) => {
	relays.push(await startRelay(rawSql(), send, pace));
};
beforeEach(() => {
	taken = [];
	relays = [];
});
afterEach(() => Promise.all(relays.map((running) => running.stop())));

const kit = () => ({
	orderId: newId<OrderId>(),
	workerId: newId<WorkerId>(),
	assignment: 1,
	by: "Murzik",
	at: "2026-11-22T10:00:00.000Z",
});
const ctx = createCtx();
const publishKits = async (count: number) => {
	const kits = Array.from({ length: count }, kit);
	await withTransaction(ctx, async (tx) => {
		for (const one of kits) await publish(tx, kitReady, one);
	});
	return kits.map(({ orderId }) => orderId);
};
const orders = () => taken.map(({ data }) => data.orderId);
const allSent = () =>
	vi.waitFor(async () => {
		expect(await rawSql()`select 1 from events.outbox where dispatched_at is null`).toHaveLength(0);
	}, 5000);

test("an event is sent with its envelope, and with its outbox id as id", async () => {
	await relay();
	const one = kit();
	await withTransaction(ctx, (tx) => publish(tx, kitReady, one));
	await allSent();
	const [row] =
		await rawSql()`select id, occurred_at, recorded_at from events.outbox where data->>'orderId' = ${one.orderId}`;
	expect(taken).toEqual([
		{
			id: row?.id,
			name: "supplies/kit.ready",
			v: "1",
			ts: row?.recorded_at.getTime(),
			data: {
				...one,
				envelope: {
					actor: { kind: "system", id: "house", name: null },
					subjects: [`order:${one.orderId}`, `worker:${one.workerId}`],
					cause: ctx.requestId,
					at: row?.occurred_at.toISOString(),
				},
			},
		},
	]);
});

test("nothing is sent of a transaction that was rolled back", async () => {
	await relay();
	const one = kit();
	const failing = withTransaction(ctx, async (tx) => {
		await publish(tx, kitReady, one);
		throw new Error("no");
	});
	await expect(failing).rejects.toThrow("no");
	await publishKits(1);
	await allSent();
	expect(orders()).not.toContain(one.orderId);
});

test("three instances send each event once", async () => {
	await Promise.all([relay(), relay(), relay()]);
	const sent = (await Promise.all(Array.from({ length: 10 }, () => publishKits(20)))).flat();
	await allSent();
	expect(orders().toSorted()).toEqual(sent.toSorted());
});

test("an event that is not taken is sent again later, and the others do not wait for it", async () => {
	const [bad, ...good] = await publishKits(5);
	let refused = 0;
	await relay(async (events) => {
		const hasBad = events.some(({ data }) => data.orderId === bad);
		if (hasBad && refused++ < 4) throw new Error("refused");
		taken.push(...events);
	});
	await vi.waitFor(() => expect(orders().toSorted()).toEqual(good.toSorted()));
	await allSent();
	expect(orders()).toContain(bad);
	expect(refused).toBe(5);
});

test("what a dead instance was sending is sent by another one when its time is over", async () => {
	const [order] = await publishKits(1);
	await rawSql()`update events.outbox set relayed_until = now() + interval '200 milliseconds' where dispatched_at is null`;
	await relay();
	await allSent();
	expect(orders()).toEqual([order]);
});
