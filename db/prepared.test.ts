import { and, eq, isNull, lte, type SQL } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { newId } from "@/server/kernel/ids";
import { type Database, database } from "./client";
import { prepared } from "./prepared";
import { auditEntries, policyVersions } from "./schema/platform";

const { id, at, actor, action, subject, before, requestId } = auditEntries;

const write = prepared({ id, at, actor, action, subject, before, requestId }, (db, entry) =>
	db.insert(auditEntries).values(entry),
);
const read = prepared({ id }, (db, given) => db.select().from(auditEntries).where(eq(id, given.id)));

const entry = () => ({
	id: newId(),
	at: new Date("2026-11-23T10:00:00.123Z"),
	actor: { kind: "visitor" as const, id: null, name: null },
	action: "testing.prepare",
	subject: "query:1",
	before: { cats: ["Mur'ka", "Пушок"] },
	requestId: "1",
});

test("it is built once, and runs with the values of each call, whatever their type", async () => {
	const build = vi.fn((db: Database, given: Record<"set" | "since", SQL>) =>
		db
			.select({ version: policyVersions.version })
			.from(policyVersions)
			.where(and(eq(policyVersions.set, given.set), lte(policyVersions.effectiveFrom, given.since))),
	);
	const versions = prepared({ set: policyVersions.set, since: policyVersions.effectiveFrom }, build);
	const since = new Date("2030-01-01T00:00:00Z");
	const [money, operations, none, early] = await Promise.all([
		versions(database(), { set: "money", since }),
		versions(database(), { set: "operations", since }),
		versions(database(), { set: "nothing", since }),
		versions(database(), { set: "money", since: new Date("0001-01-01T00:00:00Z") }),
	]);
	expect([money.length > 0, operations.length > 0, none, early.length]).toEqual([true, true, [], 0]);
	expect(build).toHaveBeenCalledOnce();
});

test("what is written is read back as it was given", async () => {
	const written = entry();
	await write(database(), written);
	expect(await read(database(), { id: written.id })).toMatchObject([written]);
});

test("null is no value, in a column of JSON too", async () => {
	const written = { ...entry(), before: null };
	await write(database(), written);
	expect(await database().$count(auditEntries, and(eq(id, written.id), isNull(before)))).toBe(1);
});

test("it belongs to the transaction or the savepoint that it runs in", async () => {
	const [kept, lost, inner] = [entry(), entry(), entry()];
	await database().transaction(async (tx) => {
		await write(tx, kept);
		expect(await read(tx, { id: kept.id })).toHaveLength(1);
		expect(await read(database(), { id: kept.id })).toHaveLength(0);
		const savepoint = tx.transaction(async (nested) => {
			await write(nested, inner);
			expect(await read(nested, { id: inner.id })).toHaveLength(1);
			throw new Error("taken back");
		});
		await expect(savepoint).rejects.toThrow("taken back");
	});
	const failed = database().transaction(async (tx) => {
		await write(tx, lost);
		throw new Error("taken back");
	});
	await expect(failed).rejects.toThrow("taken back");
	const found = await Promise.all([kept, lost, inner].map((each) => read(database(), each)));
	expect(found.map((rows) => rows.length)).toEqual([1, 0, 0]);
});
