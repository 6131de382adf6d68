import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { experimentMembers } from "@/db/schema/hiring-screening";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ApplicationId, newId, type TestId, type TestSetId, type VacancyId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { assignTests } from "./commands/assign-tests";
import { beginExperiment } from "./commands/begin-experiment";
import { defineTestSet } from "./commands/define-test-set";
import { defineVacancy } from "./commands/define-vacancy";
import { stopExperiment } from "./commands/stop-experiment";
import { getCandidateTests } from "./queries/get-candidate-tests";
import { getExperiment } from "./queries/get-experiment";
import { getScreening } from "./queries/get-screening";
import { listTestSets } from "./queries/list-test-sets";
import { anApplication, aPublishedTest } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));

const aSet = async (vacancyId: VacancyId, testIds: TestId[], given: object = {}) => {
	const name = { en: "A set", ru: "Набор" };
	const wanted = { setId: null, revision: 0, vacancyId, name, usual: false, active: true, testIds, ...given };
	return (await defineTestSet(manager, { idempotencyKey: newId(), ...wanted })).setId;
};

/** A vacancy with a usual set and a shorter one. */
async function twoSets() {
	const name = { en: "Sill cat", ru: "Кот для подоконников" };
	const { vacancyId } = await defineVacancy(manager, { idempotencyKey: newId(), name });
	const [long, short] = [await aPublishedTest(ctx), await aPublishedTest(ctx)];
	const usual = await aSet(vacancyId, [long, short], { usual: true });
	return { vacancyId, long, short, usual, shorter: await aSet(vacancyId, [short]) };
}

const begin = (vacancyId: VacancyId, sets: (TestSetId | null)[]) =>
	beginExperiment(manager, {
		...{ idempotencyKey: newId(), vacancyId, name: "Shorter", question: "Is one test enough?", outcome: "completion" },
		worth: 5,
		arms: sets.map((testSetId, at) => ({ name: `Variant ${at}`, percent: 50, ruleVersion: 0, testSetId })),
	});

const setsOf = async (vacancyId: VacancyId) =>
	(await listTestSets(manager)).filter((set) => set.vacancyId === vacancyId);

describe("test sets in an experiment", () => {
	it("are what the candidates of each variant take, and the results say who took others", async () => {
		const { vacancyId, usual, shorter, short } = await twoSets();
		const { experimentId } = await begin(vacancyId, [null, shorter]);
		const asked: { applicationId: ApplicationId; setId: TestSetId; arm: string; obeys: boolean }[] = [];
		for (let count = 0; count < 16; count++) {
			const applicationId = await anApplication(ctx, { vacancyId });
			const { variant } = await getCandidateTests(manager, { applicationId });
			if (!variant) throw new Error("everybody is in a variant");
			const obeys = count !== 3;
			const setId = obeys ? variant.setId : null;
			await assignTests(manager, { applicationId, setId, testIds: [short], extraPercent: 0, days: 14 });
			const arm = variant.setId === shorter ? "b" : "a";
			asked.push({ applicationId, setId: variant.setId, arm, obeys });
			expect((await getCandidateTests(manager, { applicationId })).variant).toBeNull();
		}
		expect(new Set(asked.map(({ setId }) => setId))).toEqual(new Set([usual, shorter]));
		const members = await ctx.db
			.select()
			.from(experimentMembers)
			.where(eq(experimentMembers.experimentId, experimentId));
		for (const { applicationId, arm } of asked) {
			expect(members.find((member) => member.applicationId === applicationId)).toMatchObject({ arm });
		}
		const { arms } = await getExperiment(manager, { experimentId });
		expect(arms).toMatchObject([
			{ testSetId: usual, set: { en: "A set" } },
			{ testSetId: shorter, set: { en: "A set" } },
		]);
		expect(arms.map(({ arm, members: all, others }) => [arm, all, others])).toEqual(
			["a", "b"].map((arm) => {
				const mine = asked.filter((one) => one.arm === arm);
				return [arm, mine.length, mine.filter(({ obeys }) => !obeys).length];
			}),
		);
	});

	it("stay as they are while it runs, but for the name", async () => {
		const { vacancyId, usual, shorter, short } = await twoSets();
		const { experimentId } = await begin(vacancyId, [null, shorter]);
		const kept = { setId: shorter, revision: 1 };
		await expect(aSet(vacancyId, [await aPublishedTest(ctx)], kept)).rejects.toThrow("hiring.set_on_trial");
		await expect(aSet(vacancyId, [short], { ...kept, active: false })).rejects.toThrow("hiring.set_on_trial");
		await expect(aSet(vacancyId, [short], { setId: usual, revision: 1 })).rejects.toThrow("hiring.set_on_trial");
		await aSet(vacancyId, [short], { ...kept, name: { en: "Short", ru: "Короткий" } });
		await stopExperiment(manager, { experimentId, reason: "Enough", rollOut: null });
		await aSet(vacancyId, [short], { setId: shorter, revision: 2, active: false });
	});

	it("are told apart: the usual one by its name and by none is the same", async () => {
		const { vacancyId, usual } = await twoSets();
		await expect(begin(vacancyId, [null, usual])).rejects.toThrow("hiring.variants_alike");
		const other = await twoSets();
		await expect(begin(vacancyId, [null, other.shorter])).rejects.toThrow("common.not_found");
	});

	it("rolled out, one becomes the usual set of the vacancy, on record", async () => {
		const { vacancyId, usual, shorter } = await twoSets();
		const { experimentId } = await begin(vacancyId, [null, shorter]);
		await stopExperiment(manager, { experimentId, reason: "As good, and shorter", rollOut: "b" });
		const sets = await setsOf(vacancyId);
		expect(sets.find(({ setId }) => setId === shorter)).toMatchObject({ usual: true, revision: 2 });
		expect(sets.find(({ setId }) => setId === usual)).toMatchObject({ usual: false });
		expect((await getScreening(manager, { vacancyId })).inForce).toBe(0);
		const changed = and(
			eq(auditEntries.subject, `test-set:${shorter}`),
			eq(auditEntries.action, "hiring.define-test-set"),
		);
		expect(await ctx.db.select().from(auditEntries).where(changed)).toHaveLength(2);
		const applicationId = await anApplication(ctx, { vacancyId });
		expect(await getCandidateTests(manager, { applicationId })).toMatchObject({ variant: null, assessment: null });
	});
});
