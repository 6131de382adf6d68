import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { tests, testVersions } from "@/db/schema/hiring-tests";
import { actorRef } from "@/server/kernel/actor";
import { canonicalJson } from "@/server/kernel/idempotency";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type publishTestInput, type setTestActiveInput, testContent, testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { lockTest } from "./save-test";

/** Makes the draft the next version. It is assigned from now on; whoever has an earlier one keeps it. */
export async function publishTest(ctx: Ctx, input: z.output<typeof publishTestInput>): Promise<{ version: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const test = await lockTest(tx, input);
		const content = testContent.parse(test.draft);
		if (test.version !== null) {
			const [published] = await tx.db
				.select({ content: testVersions.content })
				.from(testVersions)
				.where(and(eq(testVersions.testId, test.id), eq(testVersions.version, test.version)));
			if (canonicalJson(published?.content) === canonicalJson(test.draft))
				throw testRefusals.because("nothing_changed");
		}
		const version = (test.version ?? 0) + 1;
		await tx.db.insert(testVersions).values({
			...{ testId: test.id, version, content },
			...{ publishedAt: tx.clock.now(), publishedBy: actorRef(tx.actor) },
		});
		await tx.db.update(tests).set({ version, changedAt: tx.clock.now() }).where(eq(tests.id, test.id));
		await audit(tx, { action: "hiring.publish-test", subject: `test:${test.id}`, after: { version } });
		await announce(tx, { context: "hiring", subject: test.id, audiences: [] });
		return { version };
	});
}

/** A test that is not offered any more goes into no set and to no candidate. Whoever has it takes it all the same. */
export async function setTestActive(
	ctx: Ctx,
	input: z.output<typeof setTestActiveInput>,
): Promise<{ active: boolean }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const test = await lockTest(tx, { testId: input.testId });
		if (test.active === input.active) return { active: input.active };
		await tx.db.update(tests).set({ active: input.active, changedAt: tx.clock.now() }).where(eq(tests.id, test.id));
		await audit(tx, {
			...{ action: "hiring.set-test-active", subject: `test:${test.id}` },
			...{ before: { active: test.active }, after: { active: input.active } },
		});
		await announce(tx, { context: "hiring", subject: test.id, audiences: [] });
		return { active: input.active };
	});
}
