import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { traits } from "@/db/schema/hiring";
import { tests } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import { newId, type TestId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { type saveTestInput, testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { type TestContent, traitsOf } from "../domain/test-content";

/** A manager writes down what a test is to be. Candidates see none of it before it is published. */
export async function saveTest(
	ctx: Ctx,
	input: z.output<typeof saveTestInput>,
): Promise<{ testId: TestId; revision: number }> {
	demandManager(ctx.actor);
	const { idempotencyKey, ...wanted } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.save-test", key: idempotencyKey, input: wanted }, async () => {
			const { testId, revision, content } = wanted;
			await refuseUnknownTraits(tx, content);
			const before = testId ? await lockTest(tx, { testId, revision }) : null;
			if (!before && revision !== 0) throw commonRefusals.because("stale");
			const id = before?.id ?? newId<TestId>();
			const next = revision + 1;
			const set = { name: content.title, draft: content, revision: next, changedAt: tx.clock.now() };
			await tx.db
				.insert(tests)
				.values({ id, ...set })
				.onConflictDoUpdate({ target: tests.id, set });
			await audit(tx, {
				...{ action: "hiring.save-test", subject: `test:${id}` },
				...{ before: before && { revision, content: before.draft }, after: { revision: next, content } },
			});
			await announce(tx, { context: "hiring", subject: id, audiences: [] });
			return { testId: id, revision: next };
		}),
	);
}

/** Locks a test; refused when it has been changed since it was shown. */
export async function lockTest(tx: TxCtx, { testId, revision }: { testId: TestId; revision?: number }) {
	const [test] = await tx.db.select().from(tests).where(eq(tests.id, testId)).for("update");
	if (!test) throw commonRefusals.because("not_found");
	if (revision !== undefined && test.revision !== revision) throw commonRefusals.because("stale");
	return test;
}

async function refuseUnknownTraits(tx: TxCtx, content: TestContent): Promise<void> {
	const named = traitsOf(content);
	if (named.length === 0) return;
	const rows = await tx.db.select({ key: traits.key }).from(traits).where(inArray(traits.key, named)).for("share");
	const known = new Set(rows.map(({ key }) => key));
	const unknown = named.find((trait) => !known.has(trait));
	if (unknown) throw testRefusals.because("unknown_trait", { trait: unknown });
}
