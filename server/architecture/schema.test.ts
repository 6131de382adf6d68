import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawSql } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { breaksOf, type SchemaRule, schemaRules } from "./schema-rules";

describe("the schema", () => {
	it.each(schemaRules)("%s", async (rule) => {
		expect(await breaksOf(rawSql(), rule)).toEqual([]);
	});
});

describe("a planted violation", () => {
	let own: Awaited<ReturnType<typeof createDatabase>>;
	let sql: postgres.Sql;
	beforeAll(async () => {
		own = await createDatabase("empty");
		sql = postgres(own.url, { max: 1, onnotice: () => {} });
		await sql.unsafe(`
			create schema one; create schema two;
			create table one.parents (id int primary key, price int not null, at timestamp, share real);
			create table two.child (id int primary key, parent int not null references one.parents);
			create table two.keyless_things (id int);
		`);
	});
	afterAll(async () => {
		await sql.end();
		await own.drop();
	});

	const planted: [SchemaRule, string][] = [
		["no foreign key crosses schemas", "two.child -> one.parents"],
		["no column is a float but a matching score", "one.parents.share"],
		["every amount is a bigint", "one.parents.price"],
		["every instant has its time zone", "one.parents.at"],
		["every foreign key is indexed", "two.child.child_parent_fkey"],
		["every table has a primary key", "two.keyless_things"],
		["tables are plural snake_case", "two.child"],
	];

	it.each(planted)("of “%s” is found", async (rule, found) => {
		expect(await breaksOf(sql, rule)).toEqual([found]);
	});

	it("is there for every rule", () => expect(planted.map(([rule]) => rule)).toEqual(schemaRules));
});
