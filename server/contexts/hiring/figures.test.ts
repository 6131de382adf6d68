import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { applicationMoves, applications, formMinutes } from "@/db/schema/hiring-applications";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, hours, after as later } from "@/server/kernel/clock";
import { type ApplicationId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { defineVacancy } from "./commands/define-vacancy";
import { getAttackGauge } from "./queries/get-attack-gauge";
import { getFigures } from "./queries/get-figures";
import { anApplication } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));

const aVacancy = async () =>
	(await defineVacancy(manager, { idempotencyKey: newId(), name: { en: "Roof cat", ru: "Кот для крыш" } })).vacancyId;

type State = "contacted" | "testing" | "tested" | "accepted" | "rejected";

/** Who applied `ago` days back and went its way, each step after so many hours. */
async function went(
	vacancyId: Awaited<ReturnType<typeof aVacancy>>,
	ago: number,
	way: [to: State, hoursLater: number][],
) {
	const id: ApplicationId = await anApplication(ctx, { vacancyId });
	const applied = later(ctx.clock.now(), -days(ago));
	let [from, since]: [string, Date] = ["applied", applied];
	for (const [index, [to, hoursLater]] of way.entries()) {
		const movedAt = later(since, hours(hoursLater));
		await ctx.db.insert(applicationMoves).values({
			...{ applicationId: id, number: index + 1, from, to, since, movedAt },
			by: { kind: "system", id: null, name: "test" },
		});
		[from, since] = [to, movedAt];
	}
	const state = way.at(-1)?.[0] ?? "applied";
	await ctx.db
		.update(applications)
		.set({ state, submittedAt: applied, stateSince: since })
		.where(eq(applications.id, id));
}

describe("the figures of hiring", () => {
	it("tell how many of a period came how far, and how long each state took", async () => {
		const vacancyId = await aVacancy();
		await went(vacancyId, 3, []);
		await went(vacancyId, 4, [
			["contacted", 2],
			["rejected", 1],
		]);
		await went(vacancyId, 5, [
			["contacted", 4],
			["testing", 10],
			["tested", 20],
			["accepted", 30],
		]);
		await went(vacancyId, 5, [
			["contacted", 6],
			["testing", 10],
			["tested", 40],
			["rejected", 1],
		]);
		await went(vacancyId, 60, [["accepted", 1]]);
		const { funnel, open, rejected, withdrawn } = await getFigures(manager, { days: 30, vacancyId });
		expect(funnel.map(({ step, reached }) => [step, reached])).toEqual([
			...[
				["applied", 4],
				["contacted", 3],
				["testing", 2],
				["tested", 2],
				["accepted", 1],
			],
		]);
		expect({ open, rejected, withdrawn }).toEqual({ open: 1, rejected: 2, withdrawn: 0 });
		expect(funnel[0]).toMatchObject({ left: 3, medianSeconds: 4 * 3600, p90Seconds: 5.6 * 3600 });
		expect(funnel[2]).toMatchObject({ left: 2, medianSeconds: 30 * 3600 });
		const longer = await getFigures(manager, { days: 90, vacancyId });
		expect(longer.funnel.map(({ reached }) => reached)).toEqual([5, 4, 3, 3, 2]);
	});

	it("tell what waits for the office now, and since when", async () => {
		const before = (await getFigures(manager, { days: 7 })).load.unread.waiting;
		await went(await aVacancy(), 300, []);
		const { load } = await getFigures(manager, { days: 7 });
		expect(load.unread.waiting).toBe(before + 1);
		expect(load.unread.oldest?.getTime()).toBeLessThanOrEqual(later(ctx.clock.now(), -days(300)).getTime());
	});

	it("tell by the hour what the public form has answered, whatever time the business has", async () => {
		const minute = new Date(Math.floor(later(ctx.clock.systemNow(), -hours(2)).getTime() / 60_000) * 60_000);
		const counted = (instance: string, outcome: string, count: number) => ({ minute, instance, outcome, count });
		await ctx.db
			.insert(formMinutes)
			.values([
				counted("one", "proof_missing", 40),
				counted("two", "proof_missing", 2),
				counted("two", "malformed", 5),
			]);
		const gauge = await getAttackGauge(at(manager, new Date("2030-01-01T00:00:00Z")));
		expect(gauge).toHaveLength(24);
		expect(gauge.find(({ counts }) => counts.proof_missing === 42)?.counts).toEqual({ proof_missing: 42, bad_body: 5 });
	});

	it.each(["client", "worker", "warehouse"] as const)("are not for a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		await expect(getFigures(other, { days: 7 })).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(getAttackGauge(other)).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
