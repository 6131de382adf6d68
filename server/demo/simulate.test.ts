import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { type Simulated, simulate } from "./simulate";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

/** Few cats with much trouble: whatever can become of an order becomes of one of theirs. */
const size = { clients: 16, workers: 5, days: 8, seed: "trouble", trouble: 6 };
let company: Simulated;
beforeAll(async () => {
	const engine = await startTestEngine(functions);
	company = await simulate(size);
	await engine.stop();
}, 400_000);
afterAll(closeDatabase);

describe("a company in trouble", () => {
	it("has orders in every state, and everything that people can do about one has been done", async () => {
		expect(Object.keys(company.orders)).toEqual(
			expect.arrayContaining([
				"assigned",
				"under_way",
				"completed",
				"cancelled",
				...["never-staffed", "no-show", "gave-up", "decided-by-manager"].map((why) => `failed: ${why}`),
			]),
		);
		const done = await database().execute<{ action: string }>(sql`select distinct action from platform.audit_entries`);
		expect(done.map(({ action }) => action)).toEqual(
			expect.arrayContaining([
				"ordering.place",
				"ordering.order-again",
				"ordering.rate",
				"ordering.request-cancellation",
				"execution.start-job",
				"execution.finish-job",
				"execution.release-job",
				"execution.give-up-job",
				"execution.allow-start-without-kit",
				"execution.complete-job",
				"execution.fail-job",
				"execution.correct-ending",
				"supplies.tick-item",
				"supplies.issue-kit",
				"supplies.undo-issue",
				"supplies.take-back-kit",
				"billing.grant-bonus",
				"billing.waive-charge",
				"billing.ask-approval",
			]),
		);
		const told = await database().execute<{ name: string }>(sql`select distinct name from events.outbox`);
		expect(told.map(({ name }) => name)).toEqual(
			expect.arrayContaining(["matching/match.waiting", "execution/job.overdue"]),
		);
	});

	it("has given bonuses and waived a part of some charges, and one thing still waits for a second manager", async () => {
		const [money] = await database().execute<Record<string, number>>(sql`
			select (select count(*)::int from billing.bonuses) as bonuses,
				(select count(*)::int from billing.credit_notes) as waivers,
				(select count(*)::int from billing.approvals where status = 'waiting') as waiting`);
		expect(money).toEqual({ bonuses: expect.any(Number), waivers: expect.any(Number), waiting: 1 });
		expect(money?.bonuses).toBeGreaterThan(0);
		expect(money?.waivers).toBeGreaterThan(0);
	});

	it("lives from work that is paid for all the same", () => {
		expect(Number(company.money.charged)).toBeGreaterThan(0);
		expect(Number(company.money.earned)).toBeGreaterThan(0);
	});

	it("breaks nothing that must hold", () => {
		expect(company.findings.length).toBeGreaterThan(10);
		expect(company.findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
	});
});
