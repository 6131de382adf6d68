import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "../context";
import { policyInForce, policyOfVersion } from ".";
import { changePolicy } from "./change-policy";
import { changePolicyInput, policyFields, policySetNames, type withdrawPolicyInput } from "./contracts";
import { listPolicyVersions } from "./list-policy-versions";
import { moneyDefaults } from "./money";
import { withdrawPolicy } from "./withdraw-policy";

const ctx = createCtx();
const anna = aPerson("admin");

/** Each test has a month of its own, and begins with what the one before left. */
let month = 0;
const on = (day: string) => actingAs(at(ctx, `20${30 + month}-01-${day}T12:00:00+03:00`), anna);
beforeEach(() => {
	month += 1;
});
const date = (day: string) => `20${30 + month}-01-${day}`;

const newest = async () => (await listPolicyVersions(on("01"))).find(({ set }) => set === "money")?.versions ?? [];
const standing = async () => (await newest()).find(({ state }) => state !== "withdrawn")?.version ?? 0;
const changing = async (penalty: number, effectiveFrom: string | null, given: object = {}) =>
	changePolicyInput.parse({
		...{ set: "money", idempotencyKey: newId(), basedOn: await standing(), effectiveFrom, reason: "Too dear" },
		values: { ...moneyDefaults, workerPenalty: String(penalty) },
		...given,
	});
const change = async (when: string, penalty: number, effectiveFrom: string | null, given: object = {}) =>
	(await changePolicy(on(when), await changing(penalty, effectiveFrom, given))).version;
const withdraw = (when: string, version: number) =>
	withdrawPolicy(on(when), { set: "money", version, reason: "A mistake" } satisfies z.output<
		typeof withdrawPolicyInput
	>);
const penaltyOn = async (instant: string) => (await policyInForce(at(ctx, instant), "money")).workerPenalty;

describe("a change of the rules", () => {
	it("holds from the beginning of its business date, and never before", async () => {
		const before = await penaltyOn(`${date("01")}T00:00:00Z`);
		const version = await change("05", 1000 + month, date("10"));
		expect(await penaltyOn(`${date("09")}T20:59:59Z`)).toBe(before);
		expect(await penaltyOn(`${date("09")}T21:00:00Z`)).toBe(String(1000 + month));
		expect(await policyOfVersion(on("05"), "money", version)).toMatchObject({
			version,
			workerPenalty: String(1000 + month),
		});
	});

	it("holds at once when no date is given", async () => {
		await change("05", 1000 + month, null);
		expect(await penaltyOn(`${date("05")}T08:59:59Z`)).not.toBe(String(1000 + month));
		expect(await penaltyOn(`${date("05")}T09:00:00Z`)).toBe(String(1000 + month));
	});

	it("is audited with what was changed alone, and shown with who changed what and why", async () => {
		const before = (await policyInForce(on("01"), "money")).workerPenalty;
		const version = await change("05", 1000 + month, date("10"));
		const [shown] = await newest();
		expect(shown).toMatchObject({
			...{ version, state: "planned", author: { id: anna.accountId }, reason: "Too dear", withdrawnAt: null },
			changes: [{ path: "workerPenalty", before, after: String(1000 + month) }],
		});
		const [entry] = await ctx.db.select().from(auditEntries).orderBy(sql`${auditEntries.at} desc`).limit(1);
		expect(entry).toMatchObject({
			...{ action: "policies.change", subject: "policy:money", reason: "Too dear", before: { workerPenalty: before } },
			after: { version, workerPenalty: String(1000 + month) },
		});
	});

	it("under one key is made once; under another by who has seen an older version it is refused", async () => {
		const input = await changing(1000 + month, date("10"));
		const versions = await Promise.all([1, 2, 3].map(() => changePolicy(on("05"), input)));
		expect(new Set(versions.map(({ version }) => version)).size).toBe(1);
		await expect(changePolicy(on("05"), { ...input, idempotencyKey: newId() })).rejects.toMatchObject({
			code: "common.stale",
		});
		const changed = await changing(2000, date("11"));
		const both = await Promise.allSettled(
			[1, 2].map(() => changePolicy(on("05"), { ...changed, idempotencyKey: newId() })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	it.each([
		["in the past", "in_the_past", () => change("05", 1, date("04"))],
		[
			"before one that is planned",
			"later_one_planned",
			() => change("05", 7, date("20")).then(() => change("05", 8, date("10"))),
		],
		["of nothing", "nothing_changed", () => change("05", 9, null).then(() => change("06", 9, null))],
	])("%s is refused", async (_what, reason, attempt) => {
		await expect(attempt()).rejects.toMatchObject({ code: `policies.${reason}` });
	});

	it.each([
		["a zone that there is not", { timeZone: "Moon/Base" }],
		[
			"a ladder that falls",
			{
				discountLadder: [
					{ above: "5", percent: 9 },
					{ above: "3", percent: 10 },
				],
			},
		],
		[
			"a ladder that gives less for more",
			{
				discountLadder: [
					{ above: "5", percent: 9 },
					{ above: "9", percent: 3 },
				],
			},
		],
		["half a hundredth", { workerPenalty: "0.5" }],
		["more than all", { workerSharePercent: 101 }],
	])("to %s does not pass", (_what, values) => {
		const input = { set: "money", idempotencyKey: newId(), basedOn: 1, effectiveFrom: null, reason: "x" };
		expect(changePolicyInput.safeParse({ ...input, values: { ...moneyDefaults, ...values } }).success).toBe(false);
	});
});

describe("a planned change", () => {
	it("can be withdrawn before it takes effect: it then never does, and its number is not used again", async () => {
		const before = await penaltyOn(`${date("01")}T00:00:00Z`);
		const version = await change("05", 1000 + month, date("10"));
		await withdraw("06", version);
		await withdraw("06", version);
		expect(await penaltyOn(`${date("11")}T00:00:00Z`)).toBe(before);
		expect((await newest())[0]).toMatchObject({ version, state: "withdrawn", withdrawnBy: { id: anna.accountId } });
		expect(await change("06", 3000 + month, date("10"))).toBe(version + 1);
	});

	it("can't be withdrawn when it holds, nor while another stands on it", async () => {
		const first = await change("05", 1000 + month, date("10"));
		const second = await change("05", 2000 + month, date("20"));
		await expect(withdraw("06", first)).rejects.toMatchObject({ code: "policies.later_one_planned" });
		await expect(withdraw("21", second)).rejects.toMatchObject({ code: "policies.in_force" });
		await expect(withdraw("06", 9999)).rejects.toMatchObject({ code: "common.not_found" });
		await withdraw("06", second);
		await withdraw("06", first);
	});
});

describe("the rules", () => {
	it("are changed by admins alone and read by managers", async () => {
		const input = await changing(1, null);
		for (const role of ["manager", "client", "worker", "warehouse"] as const) {
			const them = actingAs(on("05"), aPerson(role));
			await expect(changePolicy(them, input)).rejects.toMatchObject({ code: "common.not_allowed" });
			await expect(withdrawPolicy(them, { set: "money", version: 1, reason: "x" })).rejects.toMatchObject({
				code: "common.not_allowed",
			});
			if (role === "manager") expect(await listPolicyVersions(them)).toHaveLength(policySetNames.length);
			else await expect(listPolicyVersions(them)).rejects.toMatchObject({ code: "common.not_allowed" });
		}
		await expect(listPolicyVersions(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
	});

	it("are for ever: the database refuses to change or delete a version", async () => {
		for (const statement of [
			"update platform.policy_versions set values = '{}'",
			"update platform.policy_versions set effective_from = now()",
			"delete from platform.policy_versions",
		]) {
			await expect(ctx.db.execute(sql.raw(statement))).rejects.toMatchObject({
				cause: { message: expect.stringContaining("append-only") },
			});
		}
	});

	it("have fields of every kind, read from their schemas", () => {
		expect(policyFields("money")).toEqual(
			expect.arrayContaining([
				{ path: "workerPenalty", kind: "amount" },
				{ path: "discountLadder", kind: "ladder" },
				{ path: "weeklyCutoff.time", kind: "time" },
				{ path: "clientPaysPercent.failed", kind: "number" },
				{ path: "timeZone", kind: "text" },
				{ path: "approvalAbove.bonus", kind: "amount" },
			]),
		);
		expect(policyFields("collections")).toContainEqual({ path: "retryAfterDays", kind: "numbers" });
	});
});
