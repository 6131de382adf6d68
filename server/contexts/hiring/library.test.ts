import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { firstTests } from "@/db/seed/tests";
import { firstVacancies } from "@/db/seed/vacancies";
import { visitor } from "@/server/kernel/actor";
import { newId, type TestId, type VacancyId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { aPerson } from "../identity/testing";
import { defineTestSet } from "./commands/define-test-set";
import { publishTest, setTestActive } from "./commands/publish-test";
import { saveTest } from "./commands/save-test";
import { testSetsList, testsList } from "./contracts/tests";
import { getTest, previewTest } from "./queries/get-test";
import { countTestSets, listTestSetRows, listTestSets } from "./queries/list-test-sets";
import { countTests, listTestRows, listTests } from "./queries/list-tests";
import { aPublishedTest, aTestContent } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const vacancyId = firstVacancies[0]?.id as VacancyId;
const draft = (content = aTestContent()) => ({ idempotencyKey: newId<string>(), testId: null, revision: 0, content });
const aSet = (given: { testIds: TestId[]; usual?: boolean }) => ({
	...{ idempotencyKey: newId<string>(), setId: null, revision: 0, vacancyId },
	...{ name: { en: "A set", ru: "Набор" }, usual: false, active: true, ...given },
});

describe("the library", () => {
	it("starts with tests of its own, published", async () => {
		const known = await listTests(manager);
		for (const { id } of firstTests) {
			expect(known.find(({ testId }) => testId === id)).toMatchObject({ active: true, version: 1 });
		}
	});

	it("keeps a draft from candidates until it is published, and each version for good", async () => {
		const { testId, revision } = await saveTest(manager, draft());
		expect(await getTest(manager, { testId })).toMatchObject({ version: null, unpublished: true, versions: [] });
		expect(await publishTest(manager, { testId, revision })).toEqual({ version: 1 });
		await expect(publishTest(manager, { testId, revision })).rejects.toThrow("tests.nothing_changed");

		const content = aTestContent({ minutes: 45 });
		const next = await saveTest(manager, { ...draft(content), testId, revision });
		expect(await getTest(manager, { testId })).toMatchObject({ version: 1, unpublished: true, draft: { minutes: 45 } });
		await publishTest(manager, { testId, revision: next.revision });
		expect(await previewTest(manager, { testId, version: 1, paper: 1 })).toMatchObject({ minutes: 30 });
		expect(await previewTest(manager, { testId, version: 2, paper: 1 })).toMatchObject({ minutes: 45 });
		const subject = and(eq(auditEntries.subject, `test:${testId}`), eq(auditEntries.action, "hiring.publish-test"));
		expect(await ctx.db.select().from(auditEntries).where(subject)).toHaveLength(2);
	});

	it("makes a test once however often it is told, and overwrites nobody's work", async () => {
		const first = draft();
		const { testId } = await saveTest(manager, first);
		expect(await saveTest(manager, first)).toEqual({ testId, revision: 1 });
		await saveTest(manager, { ...draft(), testId, revision: 1 });
		await expect(saveTest(manager, { ...draft(), testId, revision: 1 })).rejects.toThrow("common.stale");
	});

	it("knows only traits that are on the list", async () => {
		const content = aTestContent();
		const [section] = content.sections;
		const [question] = section?.questions ?? [];
		if (!section || !question) throw new Error("no question");
		const odd = { ...question, traits: [{ trait: "flying", weight: 1 }] };
		const strange = { ...content, sections: [{ ...section, questions: [odd] }] };
		await expect(saveTest(manager, draft(strange))).rejects.toThrow("tests.unknown_trait");
	});

	it("is searched by name in either language, by state and by trait, page by page", async () => {
		const mark = newId().slice(-8);
		const title = (en: string, ru: string) => ({ title: { en: `${en} ${mark}`, ru: `${ru} ${mark}` } });
		const beta = await aPublishedTest(ctx, aTestContent(title("Beta", "Альфа")));
		const { testId: draftId } = await saveTest(manager, draft(aTestContent(title("Alpha", "Бета"))));
		const find = async (asked: object) =>
			(await listTestRows(manager, testsList.input.parse({ search: mark, ...asked }))).rows.map(({ testId }) => testId);
		expect(await find({ sort: "nameEn", order: "asc" })).toEqual([draftId, beta]);
		expect(await find({ sort: "nameRu", order: "asc" })).toEqual([beta, draftId]);
		expect(await find({ search: `альфа ${mark}` })).toEqual([beta]);
		expect([await find({ state: "offered" }), await find({ state: "draft" })]).toEqual([[beta], [draftId]]);
		await setTestActive(manager, { testId: beta, active: false });
		expect([await find({ state: "offered" }), await find({ state: "retired" })]).toEqual([[], [beta]]);
		expect([(await find({ trait: "patience" })).length, await find({ trait: "climbing" })]).toEqual([2, []]);
		expect(await countTests(manager, { search: mark, trait: "patience" })).toEqual({ count: 2, more: false });
		const first = await listTestRows(manager, testsList.input.parse({ search: mark, limit: 1 }));
		expect(await find({ limit: 1, after: first.after })).not.toEqual(first.rows.map(({ testId }) => testId));
	});

	it.each([
		["a visitor", visitor, "common.sign_in_first"],
		["a client", aPerson("client"), "common.not_allowed"],
		["a worker", aPerson("worker"), "common.not_allowed"],
		["the warehouse", aPerson("warehouse"), "common.not_allowed"],
	])("is closed to %s", async (_who, actor, refusal) => {
		const testId = await aPublishedTest(ctx);
		const stranger = actingAs(ctx, actor);
		for (const deed of [
			() => saveTest(stranger, draft()),
			() => publishTest(stranger, { testId, revision: 1 }),
			() => setTestActive(stranger, { testId, active: false }),
			() => defineTestSet(stranger, aSet({ testIds: [testId] })),
			() => getTest(stranger, { testId }),
			() => previewTest(stranger, { testId, version: null, paper: 1 }),
			() => listTests(stranger),
			() => listTestSets(stranger),
			() => listTestRows(stranger, testsList.input.parse({})),
			() => countTests(stranger, {}),
			() => listTestSetRows(stranger, testSetsList.input.parse({})),
			() => countTestSets(stranger, {}),
		]) {
			await expect(deed()).rejects.toThrow(refusal);
		}
	});
});

describe("a test set (R-110)", () => {
	it("keeps its tests in their order, and a vacancy has one usual set", async () => {
		const [one, two] = [await aPublishedTest(ctx), await aPublishedTest(ctx)];
		const { setId } = await defineTestSet(manager, aSet({ testIds: [two, one], usual: true }));
		const usual = (await listTestSets(manager)).filter((set) => set.vacancyId === vacancyId && set.usual);
		expect(usual).toMatchObject([{ setId, testIds: [two, one] }]);
		const changed = { ...aSet({ testIds: [one] }), setId, revision: 1 };
		await defineTestSet(manager, changed);
		expect((await listTestSets(manager)).find((set) => set.setId === setId)).toMatchObject({
			...{ testIds: [one], usual: false, revision: 2 },
		});
		await expect(defineTestSet(manager, { ...changed, idempotencyKey: newId() })).rejects.toThrow("common.stale");
	});

	it("is found by name, vacancy and state", async () => {
		const mark = newId().slice(-8);
		const name = { en: `Night ${mark}`, ru: `Ночь ${mark}` };
		const one = await aPublishedTest(ctx);
		const { setId } = await defineTestSet(manager, { ...aSet({ testIds: [one] }), name });
		const find = async (asked: object) =>
			(await listTestSetRows(manager, testSetsList.input.parse(asked))).rows.map((set) => set.setId);
		expect(await find({ search: `ночь ${mark}`, state: "offered", vacancy: vacancyId })).toEqual([setId]);
		expect(await find({ search: mark, state: "usual" })).toEqual([]);
		expect(await find({ search: mark, vacancy: newId() })).toEqual([]);
		expect(await countTestSets(manager, { search: mark })).toEqual({ count: 1, more: false });
	});

	it("takes only tests that can be assigned, each once", async () => {
		const retired = await aPublishedTest(ctx);
		await setTestActive(manager, { testId: retired, active: false });
		await expect(defineTestSet(manager, aSet({ testIds: [retired] }))).rejects.toThrow("tests.unknown_test");
		const { testId } = await saveTest(manager, draft());
		await expect(defineTestSet(manager, aSet({ testIds: [testId] }))).rejects.toThrow("tests.not_published");
		const one = await aPublishedTest(ctx);
		await expect(defineTestSet(manager, aSet({ testIds: [one, one] }))).rejects.toThrow("tests.unknown_test");
	});
});
