import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { seedStillDemo } from "@/server/demo/seed";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { catalog } from "./catalog";
import { eventsList } from "./contracts";
import { getEvent } from "./get-event";
import { countEvents, listEvents } from "./list-events";
import { replayEvent } from "./replay-event";
import { getOrderTimeline } from "./timeline";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

const ctx = createCtx();
const admin = actingAs(ctx, aPerson("admin"));
const manager = actingAs(ctx, aPerson("manager"));
const reason = "The warehouse missed it";
const replay = (id: string) => replayEvent(admin, { id, reason, idempotencyKey: newId<string>() });
const list = (input: object = {}) => listEvents(manager, eventsList.input.parse(input));

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(functions);
	await seedStillDemo();
	await engine.settle(60_000);
}, 180_000);
afterAll(() => engine.stop());

/** All that contexts keep, a digest a table. */
async function world(): Promise<Record<string, string>> {
	const tables = await ctx.db.execute<{ name: string }>(sql`
		select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
		where table_type = 'BASE TABLE' and table_schema in (select split_part(name, '/', 1) from events.outbox)`);
	const digests = await Promise.all(
		tables.map(async ({ name }) => {
			const [row] = await ctx.db.execute<{ digest: string }>(
				sql.raw(`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t`),
			);
			return [name, row?.digest ?? ""] as const;
		}),
	);
	return Object.fromEntries(digests);
}

/** The events of one order of each outcome, and one of every kind besides. */
async function storiesToReplay(): Promise<string[]> {
	const rows = await ctx.db.execute<{ id: string }>(sql`
		with endings as (
			select distinct on (name) subjects from events.outbox
			where name in ('execution/job.completed', 'execution/job.failed', 'execution/job.cancelled') order by name, sequence
		), orders as (select subject from endings, unnest(subjects) subject where subject like 'order:%'),
		kinds as (select max(id) as id from events.outbox group by name)
		select id from events.outbox
		where subjects && (select array_agg(subject) from orders) or id in (select id from kinds) order by sequence desc`);
	return rows.map(({ id }) => id);
}

describe("a replay", () => {
	it("of whole stories, backwards, changes nothing anywhere: everybody knows it all already", async () => {
		const before = await world();
		const facts = await ctx.db.$count(outbox);
		const ids = await storiesToReplay();
		expect(ids.length).toBeGreaterThan(30);
		for (const id of ids) await replay(id);
		await engine.settle(120_000);
		expect(await world()).toEqual(before);
		expect(await ctx.db.$count(outbox)).toBe(facts + ids.length);
	}, 180_000);

	it("is on record with its reason, and shown at its event, but is no part of the order's story", async () => {
		const [event] = (await list({ type: "ordering/order.placed" })).rows;
		const orderId = event?.subjects.find((subject) => subject.startsWith("order:"))?.slice(6) as OrderId;
		const story = await getOrderTimeline(manager, orderId);
		const told = { name: event?.name, subjects: event?.subjects };
		const { id } = await replay(event?.id ?? "");
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `event:${event?.replayOf ?? event?.id}`));
		expect(audited).toContainEqual(
			expect.objectContaining({ action: "events.replay", reason, after: { id, ...told } }),
		);
		expect(await getOrderTimeline(manager, orderId)).toEqual(story);
		const { replays } = await getEvent(manager, { id: event?.replayOf ?? event?.id ?? "", personal: false });
		expect(replays.map((one) => one.id)).toContain(id);
	});

	it("happens once for one press of the button", async () => {
		const [event] = (await list({ type: "ordering/order.placed" })).rows;
		const input = { id: event?.id ?? "", reason, idempotencyKey: newId<string>() };
		const [one, two] = await Promise.all([replayEvent(admin, input), replayEvent(admin, input)]);
		expect(one).toEqual(two);
	});

	it("waits until the event was delivered, and does not exist for what nobody told", async () => {
		await engine.kill();
		const fresh = await replay((await list()).rows[0]?.id ?? "");
		await expect(replay(fresh.id)).rejects.toMatchObject({ code: "events.not_delivered_yet" });
		await expect(replay(newId<string>())).rejects.toMatchObject({ code: "common.not_found" });
		await engine.resume();
	});

	it.each(["client", "worker", "warehouse", "manager"] as const)("is not for a %s", async (role) => {
		const input = { id: newId<string>(), reason, idempotencyKey: newId<string>() };
		await expect(replayEvent(actingAs(ctx, aPerson(role)), input)).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});

describe("events, for the office", () => {
	it("are found by type, by owner, by id, by whom they are about, and by day", async () => {
		const type = "execution/job.completed";
		const { rows } = await list({ type });
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([type]));
		const [first] = rows;
		expect((await list({ search: first?.id })).rows).toEqual([first]);
		const order = first?.subjects.find((subject) => subject.startsWith("order:")) ?? "";
		const story = (await list({ search: order })).rows;
		expect(story.length).toBeGreaterThan(3);
		expect((await list({ search: order.slice(6) })).rows).toEqual(story);
		for (const { name } of (await list({ owner: "execution" })).rows) expect(name).toMatch(/^execution\//);
		expect((await list({ from: "2099-01-01" })).rows).toEqual([]);
		expect(await countEvents(manager, { search: order })).toEqual({ count: story.length, more: false });
	});

	it("come a page at a time, newest first", async () => {
		const all = (await list({ limit: 100 })).rows;
		const first = await list({ limit: 7 });
		const second = await list({ limit: 7, after: first.after });
		expect([...first.rows, ...second.rows]).toEqual(all.slice(0, 14));
		expect((await list({ limit: 7, before: second.before })).rows).toEqual(first.rows);
	});

	it("show their payload without what is personal, unless that is asked for", async () => {
		const id = (await list({ type: "ordering/order.placed" })).rows[0]?.id ?? "";
		const hidden = await getEvent(manager, { id, personal: false });
		expect(hidden.personalFields.toSorted()).toEqual(
			[...(catalog.get("ordering/order.placed")?.personal ?? [])].sort(),
		);
		expect(Object.keys(hidden.data)).not.toContain("contact");
		expect((await getEvent(manager, { id, personal: true })).data).toHaveProperty("contact.phone");
	});

	it("show what caused them and what followed", async () => {
		const [assigned] = (await list({ type: "ordering/order.assigned" })).rows.filter(({ replayOf }) => !replayOf);
		const { causes, effects } = await getEvent(manager, { id: assigned?.id ?? "", personal: false });
		expect(causes.map(({ name, distance }) => `${distance} ${name}`)).toEqual([
			"-2 ordering/order.placed",
			"-1 matching/worker.matched",
		]);
		expect(effects.map(({ name }) => name)).toContain("supplies/kit.requested");
	});

	it.each(["client", "worker", "warehouse"] as const)("are not for a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		await expect(listEvents(other, eventsList.input.parse({}))).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(getEvent(other, { id: "x", personal: true })).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
