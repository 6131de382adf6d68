import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { vacancies } from "@/db/schema/hiring-applications";
import { testSets, testSetTests, tests } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import { newId, type TestId, type TestSetId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { hiringRefusals } from "../contracts";
import { type defineTestSetInput, testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { findRunningArms } from "../queries/find-arm";
import { leaveUsual } from "./make-usual";

type Input = z.output<typeof defineTestSetInput>;

/** Which tests the candidates of a vacancy take. Whoever has been assigned tests keeps them. */
export async function defineTestSet(ctx: Ctx, input: Input): Promise<{ setId: TestSetId }> {
	demandManager(ctx.actor);
	const { idempotencyKey, ...wanted } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.define-test-set", key: idempotencyKey, input: wanted }, async () => {
			const { setId, revision, testIds, vacancyId, name, usual, active } = wanted;
			await lockVacancy(tx, wanted);
			const before = setId ? await lockSet(tx, setId, revision) : null;
			if (!before && revision !== 0) throw commonRefusals.because("stale");
			await offeredTests(tx, testIds);
			const id = before?.id ?? newId<TestSetId>();
			const set = { vacancyId, name, usual, active, revision: revision + 1, changedAt: tx.clock.now() };
			if (before) await refuseOnTrial(tx, before, wanted);
			if (usual && active) await leaveUsual(tx, { vacancyId, except: id });
			await tx.db
				.insert(testSets)
				.values({ id, ...set })
				.onConflictDoUpdate({ target: testSets.id, set });
			await tx.db.delete(testSetTests).where(eq(testSetTests.setId, id));
			await tx.db.insert(testSetTests).values(testIds.map((testId, at) => ({ setId: id, position: at + 1, testId })));
			await audit(tx, {
				...{ action: "hiring.define-test-set", subject: `test-set:${id}` },
				...{ before: before ?? undefined, after: { ...set, testIds } },
			});
			await announce(tx, { context: "hiring", subject: id, audiences: [] });
			return { setId: id };
		}),
	);
}

/** One after another: a vacancy has one usual set. */
async function lockVacancy(tx: TxCtx, { vacancyId }: Pick<Input, "vacancyId">): Promise<void> {
	const [vacancy] = await tx.db.select().from(vacancies).where(eq(vacancies.id, vacancyId)).for("update");
	if (!vacancy) throw commonRefusals.because("not_found");
}

async function lockSet(tx: TxCtx, setId: TestSetId, revision: number) {
	const [set] = await tx.db.select().from(testSets).where(eq(testSets.id, setId)).for("update");
	if (!set) throw commonRefusals.because("not_found");
	if (set.revision !== revision) throw commonRefusals.because("stale");
	return set;
}

/** What a running experiment compares must not change under it. */
async function refuseOnTrial(
	tx: TxCtx,
	set: typeof testSets.$inferSelect,
	wanted: Omit<Input, "idempotencyKey">,
): Promise<void> {
	const kept = await tx.db
		.select()
		.from(testSetTests)
		.where(eq(testSetTests.setId, set.id))
		.orderBy(testSetTests.position);
	const sameTests = kept.map(({ testId }) => testId).join() === wanted.testIds.join();
	if (sameTests && wanted.active === set.active && wanted.vacancyId === set.vacancyId) return;
	const arms = await findRunningArms(tx, set.vacancyId);
	if (arms.some(({ testSetId }) => testSetId === set.id)) throw hiringRefusals.because("set_on_trial");
}

/** The named tests with the version that is assigned now, in that order. Refused for one that nobody can take. */
export async function offeredTests(tx: TxCtx, testIds: TestId[]): Promise<{ testId: TestId; version: number }[]> {
	if (new Set(testIds).size !== testIds.length) throw testRefusals.because("unknown_test");
	if (testIds.length === 0) return [];
	const rows = await tx.db.select().from(tests).where(inArray(tests.id, testIds)).for("share");
	return testIds.map((testId) => {
		const test = rows.find(({ id }) => id === testId);
		if (!test?.active) throw testRefusals.because("unknown_test");
		if (test.version === null) throw testRefusals.because("not_published");
		return { testId, version: test.version };
	});
}
