import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "../context";
import { withTransaction } from "../database";
import { audit } from ".";
import { auditList } from "./contracts";
import { countAuditEntries, listAuditActions, listAuditEntries } from "./list-audit-entries";

const ctx = createCtx({ address: "203.0.113.7" });
const [anna, boris] = [aPerson("manager"), aPerson("admin")];
const office = actingAs(ctx, anna);
const subject = `order:${newId()}`;

const list = (asked: object = {}) => listAuditEntries(office, auditList.input.parse({ subject, ...asked }));

beforeAll(async () => {
	const entries = [
		[anna, "ordering.place", "2026-11-20T20:59:00Z"],
		[anna, "ordering.cancel", "2026-11-20T21:01:00Z"],
		[boris, "ordering.cancel", "2026-11-22T10:00:00Z"],
	] as const;
	for (const [actor, action, when] of entries)
		await withTransaction(actingAs(at(ctx, when), actor), (tx) =>
			audit(tx, { action, subject, before: { price: 10000n }, after: { price: 9500n }, reason: "Kind" }),
		);
});

describe("the audit log", () => {
	it("tells who, what, before, after, when, why and from where, newest first", async () => {
		const { rows } = await list();
		expect(rows.map(({ at }) => at.toISOString())).toEqual([
			"2026-11-22T10:00:00.000Z",
			"2026-11-20T21:01:00.000Z",
			"2026-11-20T20:59:00.000Z",
		]);
		expect(rows[0]).toMatchObject({
			actor: { kind: "person", id: boris.accountId, name: boris.name },
			action: "ordering.cancel",
			before: { price: "10000" },
			after: { price: "9500" },
			reason: "Kind",
			address: "203.0.113.7",
		});
	});

	it("is filtered by actor, by action, and by days of the business", async () => {
		expect((await list({ actor: anna.accountId })).rows).toHaveLength(2);
		expect((await list({ action: "ordering.cancel" })).rows).toHaveLength(2);
		// In Moscow 20:59 UTC is a minute before midnight.
		expect((await list({ to: "2026-11-20" })).rows).toHaveLength(1);
		expect((await list({ from: "2026-11-21", to: "2026-11-21" })).rows).toHaveLength(1);
		expect(await countAuditEntries(office, { subject, from: "2026-11-21" })).toEqual({ count: 2, more: false });
		expect(await listAuditActions(office)).toEqual(expect.arrayContaining(["ordering.cancel", "ordering.place"]));
	});

	it("is paged without losing or repeating any", async () => {
		const first = await list({ limit: 2 });
		const second = await list({ limit: 2, after: first.after ?? undefined });
		expect([...first.rows, ...second.rows].map(({ entryId }) => entryId)).toEqual(
			(await list()).rows.map(({ entryId }) => entryId),
		);
	});

	it("can't be changed", async () => {
		await expect(ctx.db.execute(sql`update platform.audit_entries set reason = 'x'`)).rejects.toMatchObject({
			cause: { code: "23001" },
		});
		await expect(ctx.db.execute(sql`delete from platform.audit_entries`)).rejects.toMatchObject({
			cause: { code: "23001" },
		});
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const them = actingAs(ctx, aPerson(role));
		await expect(listAuditEntries(them, auditList.input.parse({}))).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		await expect(listAuditActions(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});
