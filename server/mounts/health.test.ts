import { beforeAll, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { live, ready } from "./health";

/** The file's own database goes away in the last test, so it is not the one that the setup drops. */
let own: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
	own = await createDatabase();
	process.env.DATABASE_URL = own.url;
});

describe("health", () => {
	test("live: the process answers, whatever the database does", async () => {
		expect(live().status).toBe(200);
		expect(await live().json()).toEqual({ status: "live" });
	});

	test("ready: the database answers and knows this build's schema", async () => {
		const response = await ready();
		expect(response.status).toBe(200);
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(await response.json()).toMatchObject({
			status: "ready",
			checks: { database: { ok: true }, migrations: { ok: true } },
		});
	});

	test("ready: a schema newer than this build is fine", async () => {
		await rawSql()`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)`;
		expect((await ready()).status).toBe(200);
		await rawSql()`delete from drizzle.__drizzle_migrations where hash = 'newer'`;
	});

	test("not ready: a schema older than this build", async () => {
		await rawSql()`delete from drizzle.__drizzle_migrations
			where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
		const response = await ready();
		expect(response.status).toBe(503);
		expect(await response.json()).toMatchObject({
			status: "not ready",
			checks: { database: { ok: true }, migrations: { ok: false } },
		});
	});

	test("not ready: no database", async () => {
		await own.drop();
		const response = await ready();
		expect(response.status).toBe(503);
		expect(await response.json()).toEqual({
			status: "not ready",
			checks: { database: { ok: false }, migrations: { ok: false } },
		});
	});
});
