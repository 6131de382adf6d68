import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { rawSql } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { system } from "@/server/kernel/actor";
import { after, hours } from "@/server/kernel/clock";
import { followBusinessClock } from "@/server/platform/business-clock";
import { createCtx } from "@/server/platform/context";
import { env } from "@/server/platform/env";
import { fileStore } from "@/server/platform/files/store";
import { livingWorld } from "../seed";
import { live } from "../simulation/live";
import { reportOn } from "../simulation/report";
import { ADDRESS, bytesFile, readManifest, SHIPPED_PRESENT, shippedSnapshot } from "./manifest";
import { restoreSnapshot } from "./restore";

const ctx = createCtx({ actor: system("test") });
const here = "http://cats.example:4321";

beforeAll(async () => {
	const url = env().DATABASE_URL;
	await emptyDatabase();
	await restoreSnapshot({ url, files: fileStore(), address: here });
	await migrateDatabase(url);
	await seedReference(url);
	await followBusinessClock();
}, 60_000);

/** As one in which nothing was migrated yet. */
async function emptyDatabase(): Promise<void> {
	const schemas = await rawSql()<{ name: string }[]>`
		select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;
	for (const { name } of schemas) await rawSql().unsafe(`drop schema ${name} cascade`);
	await rawSql()`create schema public`;
}

describe("the company that is shipped with the code", () => {
	it("keeps all that a company has to, to the hundredth", async () => {
		const { findings, orders } = await reportOn(ctx);
		expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
		expect(findings.length).toBeGreaterThan(40);
		expect(orders.completed).toBeGreaterThan(100);
	});

	it("goes on where it was left", () => {
		const late = ctx.clock.now().getTime() - new Date(SHIPPED_PRESENT).getTime();
		expect(late).toBeGreaterThanOrEqual(0);
		expect(late).toBeLessThan(60 * 60_000);
	});

	it("breaks no reference, though none was looked at on the way", async () => {
		const sql = rawSql();
		const references = await sql<{ owner: string; target: string; on: string; name: string }[]>`
			select conrelid::regclass::text as owner, confrelid::regclass::text as target, conname as name,
				(select string_agg(format('r.%I = t.%I', a.attname, b.attname), ' and ') from unnest(conkey, confkey) as k (one, other)
					join pg_attribute a on a.attrelid = conrelid and a.attnum = k.one
					join pg_attribute b on b.attrelid = confrelid and b.attnum = k.other) as on
			from pg_constraint where contype = 'f'`;
		expect(references.length).toBeGreaterThan(20);
		for (const { owner, target, on, name } of references) {
			const columns = on.split(" and ").map((pair) => pair.split(" = ")[0]);
			const given = columns.map((column) => `${column} is not null`).join(" and ");
			const lost = await sql.unsafe(`select r.ctid from ${owner} r where ${given}
				and not exists (select from ${target} t where ${on})`);
			expect(lost.length, name).toBe(0);
		}
	});

	it("has each photo, and links to the installation where it lives", async () => {
		const { files } = readManifest(shippedSnapshot());
		const [key] = Object.keys(files);
		if (!key) throw new Error("no photo is shipped");
		expect(await fileStore().get(key)).not.toBeNull();
		for (const { bytes } of Object.values(files)) expect(existsSync(bytesFile(shippedSnapshot(), bytes))).toBe(true);
		const [mails] = await rawSql()<{ here: number; nowhere: number }[]>`
			select count(*) filter (where html like ${`%${here}%`})::int as here,
				count(*) filter (where html like ${`%${ADDRESS}%`})::int as nowhere from notifications.messages`;
		expect(mails?.here).toBeGreaterThan(100);
		expect(mails?.nowhere).toBe(0);
	});

	it("lives on", async () => {
		const engine = await startTestEngine(functions);
		try {
			const world = await livingWorld(ctx);
			if (!world) throw new Error("nobody lives here");
			const { done } = await live(ctx, world, after(ctx.clock.now(), hours(1)), { strict: true });
			expect(done).toBeGreaterThan(0);
		} finally {
			await engine.stop();
		}
	}, 120_000);
});
