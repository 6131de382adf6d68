import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, database } from "./client";
import { policyVersions } from "./schema/platform";

/** How many statements the connection keeps whose text has that piece. */
async function kept(db: Database, piece: string): Promise<number> {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from pg_prepared_statements where position(${piece} in statement) > 0 and statement not like '%pg_prepared%'`,
	);
	return row?.count ?? 0;
}

const MARK = '"policy_versions"."version" = $1';
const ofVersion = (db: Database, version: number) =>
	db.select().from(policyVersions).where(eq(policyVersions.version, version));

test("a connection keeps a statement and runs it again with other values", async () => {
	await database().transaction(async (tx) => {
		const before = await kept(tx, MARK);
		const first = await ofVersion(tx, 1);
		const none = await ofVersion(tx, -1);
		expect([first.length > 0, none.length, (await kept(tx, MARK)) - before]).toEqual([true, 0, 1]);
	});
});

test("the same within a savepoint, and outside any transaction", async () => {
	await database().transaction(async (tx) => {
		await tx.transaction(async (inner) => {
			await ofVersion(inner, 1);
			expect(await kept(inner, MARK)).toBe(1);
		});
	});
	const rows = await Promise.all([1, 1, -1].map((version) => ofVersion(database(), version)));
	expect(rows.map((each) => each.length > 0)).toEqual([true, true, false]);
});

test("a list of many values is not kept", async () => {
	const many = Array.from({ length: 1000 }, (_, at) => at);
	await database().transaction(async (tx) => {
		await tx.select().from(policyVersions).where(inArray(policyVersions.version, many));
		expect(await kept(tx, "$999")).toBe(0);
	});
});

test("what a failed statement leaves is a usable connection", async () => {
	const impossible = () => database().execute(sql`select ${"no number"}::text::int`);
	await expect(impossible()).rejects.toThrow();
	await expect(impossible()).rejects.toThrow();
	expect((await ofVersion(database(), 1)).length).toBeGreaterThan(0);
});

test("a table that a newer version has changed is read as it is now", async () => {
	const cats = () => database().execute<{ lives: unknown }>(sql`select lives from public.cats`);
	await database().execute(sql`create table public.cats as select 9 as lives`);
	await Promise.all(Array.from({ length: 20 }, cats));
	await database().execute(sql`alter table public.cats alter lives type text using lives || ' of them'`);
	const found = await Promise.all(Array.from({ length: 20 }, cats));
	expect(new Set(found.map(([row]) => row?.lives))).toEqual(new Set(["9 of them"]));
});
