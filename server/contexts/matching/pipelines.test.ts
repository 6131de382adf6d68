import { desc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { activations, pipelines } from "@/db/schema/matching-pipelines";
import { auditEntries } from "@/db/schema/platform";
import { firstPipeline } from "@/db/seed/pipeline";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import type { ChainData } from "./domain/chain";
import { chainData } from "./domain/chain";

const ctx = createCtx();
const manager = aPerson("manager");
const office = createCaller({ ...ctx, actor: manager }).matching;
const steps = chainData.parse(firstPipeline.steps);
const reason = "Fair share counts for too much";

const draft = async (chain: ChainData = steps, note = "A try") =>
	(await office.savePipeline({ idempotencyKey: newId(), version: null, revision: 0, note, steps: chain })).version;
const heavier = (weight: number) => steps.map((entry) => (entry.step === "fair-share" ? { ...entry, weight } : entry));
const statusOf = async (version: number) => (await office.pipeline({ version })).status;
const auditOf = (version: number) =>
	ctx.db
		.select()
		.from(auditEntries)
		.where(eq(auditEntries.subject, `pipeline:${version}`))
		.orderBy(desc(auditEntries.at));

beforeEach(async () => {
	await ctx.db.delete(activations);
	await ctx.db.update(pipelines).set({ status: "retired", percent: 0 }).where(sql`version > 1`);
	await ctx.db.update(pipelines).set({ status: "active" }).where(eq(pipelines.version, 1));
});

describe("a draft", () => {
	it("is a version of its own, with who made it, and can be written over until it runs", async () => {
		const version = await draft();
		const kept = await office.pipeline({ version });
		expect(kept).toMatchObject({ status: "draft", note: "A try", revision: 1, mayBeWrittenOver: true, troubles: [] });
		expect(kept.author).toMatchObject({ kind: "person", id: manager.accountId });
		const saved = await office.savePipeline({
			...{ idempotencyKey: newId(), version, revision: 1, note: "Another", steps: heavier(9) },
		});
		expect(saved).toEqual({ version, revision: 2 });
		expect(await auditOf(version)).toMatchObject([
			{ action: "matching.save-pipeline", before: { note: "A try" }, after: { note: "Another" } },
			{ action: "matching.save-pipeline", before: null },
		]);
	});

	it("is not lost to somebody else's: who looked at an older one is told so", async () => {
		const version = await draft();
		const save = (note: string) =>
			office.savePipeline({ idempotencyKey: newId(), version, revision: 1, note, steps: heavier(3) });
		const both = await Promise.allSettled([save("one"), save("two")]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		await expect(save("three")).rejects.toMatchObject({ message: "common.stale" });
	});

	it("is made once for one key, and two at once get two numbers", async () => {
		const asked = { idempotencyKey: newId(), version: null, revision: 0, note: "", steps };
		expect(await office.savePipeline(asked)).toEqual(await office.savePipeline(asked));
		const [one, other] = await Promise.all([draft(), draft()]);
		expect(one).not.toBe(other);
	});

	it("that can't run is refused, and the editor is told why, place by place", async () => {
		const broken = [...steps.slice(0, -2), ...steps.slice(-1)];
		await expect(draft(broken)).rejects.toMatchObject({ message: "matching.chain_cannot_run" });
		const { troubles } = await office.assemble({ steps: broken });
		expect(troubles).toEqual([{ position: 7, step: "break-ties", reason: "needs-earlier", about: "total" }]);
	});
});

describe("a version", () => {
	it("comes into force and goes back in one press each, on record", async () => {
		const version = await draft(heavier(5));
		expect(await office.activatePipeline({ version, active: 1, reason })).toEqual({ version });
		expect([await statusOf(1), await statusOf(version)]).toEqual(["retired", "active"]);
		expect((await office.chain()).version).toBe(version);
		expect(await office.pipelines()).toMatchObject({ active: version, before: 1 });
		expect(await office.rollBackPipeline({ active: version, reason: "Worse" })).toEqual({ version: 1 });
		expect([await statusOf(1), await statusOf(version)]).toEqual(["active", "retired"]);
		const { activations: history, before } = await office.pipelines();
		expect(history.map((one) => [one.version, one.replaced, one.reason])).toEqual([
			[1, version, "Worse"],
			[version, 1, reason],
		]);
		expect(before).toBe(version);
		expect((await auditOf(version))[0]).toMatchObject({ action: "matching.activate-pipeline", reason });
	});

	it("is put into force by one of two managers who press at once; the other sees that things have changed", async () => {
		const [one, other] = [await draft(), await draft()];
		const both = await Promise.allSettled(
			[one, other].map((version) => office.activatePipeline({ version, active: 1, reason })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		await expect(office.activatePipeline({ version: 1, active: 1, reason })).rejects.toThrow();
	});

	it("has nothing to go back to when none was in force before", async () => {
		await expect(office.rollBackPipeline({ active: 1, reason })).rejects.toMatchObject({
			message: "matching.nothing_to_roll_back_to",
		});
	});

	it("that has run is never written over", async () => {
		const version = await draft();
		await office.shadowPipeline({ version, on: true });
		await office.shadowPipeline({ version, on: false });
		await expect(
			office.savePipeline({ idempotencyKey: newId(), version, revision: 1, note: "", steps }),
		).rejects.toMatchObject({ message: "matching.not_a_draft" });
	});

	it("runs beside, three at most, and only then takes a share, of half of the orders at most", async () => {
		const versions = [await draft(), await draft(), await draft(), await draft()];
		const [first = 0, second = 0, third = 0, fourth = 0] = versions;
		await expect(office.sharePipeline({ version: first, percent: 10, reason })).rejects.toMatchObject({
			message: "matching.not_in_shadow",
		});
		for (const version of [first, second, third]) await office.shadowPipeline({ version, on: true });
		await expect(office.shadowPipeline({ version: fourth, on: true })).rejects.toMatchObject({
			message: "matching.too_many_shadows",
		});
		await office.sharePipeline({ version: first, percent: 30, reason });
		await expect(office.sharePipeline({ version: second, percent: 21, reason })).rejects.toMatchObject({
			message: "matching.share_too_large",
		});
		await office.sharePipeline({ version: second, percent: 20, reason });
		await office.activatePipeline({ version: first, active: 1, reason });
		expect(await office.pipeline({ version: first })).toMatchObject({ status: "active", percent: 0 });
		await office.shadowPipeline({ version: second, on: false });
		expect(await office.pipeline({ version: second })).toMatchObject({ status: "retired", percent: 0 });
	});

	it("is compared with another as a difference", async () => {
		const version = await draft(heavier(7).filter(({ step }) => step !== "trait-fit"));
		const difference = await office.comparePipelines({ from: 1, to: version });
		expect(difference.filter(({ change }) => change !== "same")).toMatchObject([
			{ name: "trait-fit", change: "removed" },
			{ name: "fair-share", change: "changed", details: [{ what: "weight", before: 2, after: 7 }] },
		]);
	});
});

it.each(["client", "worker", "warehouse"] as const)("none of this is for a %s", async (role) => {
	const them = createCaller({ ...ctx, actor: aPerson(role) }).matching;
	const asked = { idempotencyKey: newId(), version: null, revision: 0, note: "", steps };
	for (const attempt of [
		() => them.steps(),
		() => them.pipelines(),
		() => them.pipeline({ version: 1 }),
		() => them.comparePipelines({ from: 1, to: 1 }),
		() => them.triableOrders({}),
		() => them.assemble({ steps }),
		() => them.tryChain({ orderId: newId(), chain: { version: 1 } }),
		() => them.savePipeline(asked),
		() => them.activatePipeline({ version: 1, active: 1, reason }),
		() => them.rollBackPipeline({ active: 1, reason }),
		() => them.shadowPipeline({ version: 1, on: true }),
		() => them.sharePipeline({ version: 1, percent: 1, reason }),
	]) {
		await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
	}
});
