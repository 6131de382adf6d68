import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { createCtx } from "./context";
import { withTransaction } from "./database";
import { type Audience, announce } from "./live";
import { changesSince, isCursor, type LiveBatch, liveHub, prune } from "./live-stream";

const ctx = createCtx();

const tell = (subject: string, ...audiences: Audience[]) =>
	withTransaction(ctx, (tx) => announce(tx, { context: "ordering", subject, audiences }));

/** A machine that is busy with other tests takes its time. */
const patient = { timeout: 10_000 };

const subjects = (batch: LiveBatch | null) => batch?.changes.map(({ subject }) => subject);

/** Listens and keeps what comes. */
async function listener(...audiences: Audience[]) {
	const heard: string[] = [];
	const { cursor, stop } = await liveHub().subscribe(audiences, ({ changes }) => {
		heard.push(...changes.map(({ subject }) => subject));
	});
	return { heard, cursor, stop };
}

describe("live changes", () => {
	it("reach those whom they concern, and the office, and nobody else", async () => {
		const [client, stranger, office] = await Promise.all([
			listener("client:murka"),
			listener("client:barsik"),
			listener("office"),
		]);
		await tell("order-1", "client:murka");
		await expect.poll(() => [client.heard, office.heard], patient).toEqual([["order-1"], ["order-1"]]);
		expect(stranger.heard).toEqual([]);
		for (const { stop } of [client, stranger, office]) stop();
		await tell("order-2", "client:murka");
		expect(client.heard).toEqual(["order-1"]);
	});

	it("are not told when the transaction is rolled back", async () => {
		const { heard, stop } = await listener("client:rolled-back");
		await withTransaction(ctx, async (tx) => {
			await announce(tx, { context: "ordering", subject: "never", audiences: ["client:rolled-back"] });
			throw new Error("no");
		}).catch(() => undefined);
		await tell("after", "client:rolled-back");
		await expect.poll(() => heard, patient).toEqual(["after"]);
		stop();
	});

	it("resume after a cut with nothing missed, a late commit of an earlier transaction included", async () => {
		let finishSlow = () => {};
		const slowMayFinish = new Promise<void>((resolve) => {
			finishSlow = resolve;
		});
		let slowHasWritten = () => {};
		const written = new Promise<void>((resolve) => {
			slowHasWritten = resolve;
		});
		const slow = withTransaction(ctx, async (tx) => {
			await announce(tx, { context: "ordering", subject: "slow", audiences: ["client:cut"] });
			slowHasWritten();
			await slowMayFinish;
		});
		await written;
		const { heard, stop } = await listener("client:cut");
		await tell("quick", "client:cut");
		await expect.poll(() => heard, patient).toEqual(["quick"]);
		const { cursor } = await listener("client:cut");
		stop();
		expect(subjects(await changesSince(cursor, ["client:cut"]))).toEqual([]);
		await tell("missed", "client:cut");
		finishSlow();
		await slow;
		const missed = await changesSince(cursor, ["client:cut"]);
		expect(subjects(missed)).toEqual(["slow", "missed"]);
		expect(subjects(await changesSince(missed?.cursor ?? "", ["client:cut"]))).toEqual([]);
	});

	it("loses nothing among many writers at once", async () => {
		const { heard, stop } = await listener("client:crowd");
		const all = Array.from({ length: 200 }, (_, index) => `order-${index}`);
		await Promise.all(all.map((subject) => tell(subject, "client:crowd")));
		await expect.poll(() => [...heard].sort(), patient).toEqual([...all].sort());
		stop();
	});

	it("says so when what was missed is no longer kept", async () => {
		const { heard, cursor, stop } = await listener("client:old");
		await tell("old", "client:old");
		await expect.poll(() => heard, patient).toEqual(["old"]);
		await database().execute(sql`update platform.live_changes set at = now() - interval '2 days'`);
		await prune();
		expect(await changesSince(cursor, ["client:old"])).toBeNull();
		stop();
		// A transaction of another database holds the floor of every snapshot down while it runs.
		await expect
			.poll(async () => {
				await tell("new", "client:other");
				const fresh = await listener("client:old");
				fresh.stop();
				return subjects(await changesSince(fresh.cursor, ["client:old"]));
			}, patient)
			.toEqual([]);
	});
});

describe("a cursor", () => {
	it.each(["1:1:", "10:20:11,12"])("may be %s", (cursor) => expect(isCursor(cursor)).toBe(true));
	it.each(["", "x", "1", "1:2", "1:2:3;drop", `1:2:${"9".repeat(5000)}`])(
		"may not be anything else (case %#)",
		(cursor) => expect(isCursor(cursor)).toBe(false),
	);
});
