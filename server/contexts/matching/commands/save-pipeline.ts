import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { pipelines } from "@/db/schema/matching-pipelines";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { matchingRefusals, type savePipelineInput } from "../contracts";
import { demandManager } from "../domain/access";
import { assembleChain } from "../domain/chain";
import { mayBeWrittenOver } from "../domain/pipeline.policies";
import { steps as known } from "../steps";

type Input = z.output<typeof savePipelineInput>;

/** A manager keeps a chain as a draft: a new version, or a draft written over. Every version that is kept can run. */
export async function savePipeline(ctx: Ctx, input: Input): Promise<{ version: number; revision: number }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key, ...content } = input;
	if (assembleChain(input.steps, known).troubles.length > 0) throw matchingRefusals.because("chain_cannot_run");
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "matching.save-pipeline", key, input: content }, async () => {
			const saved = input.version === null ? await addDraft(tx, input) : await overwrite(tx, input.version, input);
			await announce(tx, { context: "matching", subject: `pipeline:${saved.version}`, audiences: [] });
			return saved;
		}),
	);
}

async function addDraft(tx: TxCtx, { note, steps }: Input): Promise<{ version: number; revision: number }> {
	await tx.db.execute(sql`lock table ${pipelines} in share row exclusive mode`);
	const now = tx.clock.now();
	const [added] = await tx.db
		.insert(pipelines)
		.values({
			version: sql`(select coalesce(max(version), 0) + 1 from ${pipelines})`,
			...{ status: "draft", steps, note, author: actorRef(tx.actor), createdAt: now, changedAt: now },
		})
		.returning({ version: pipelines.version, revision: pipelines.revision });
	if (!added) throw new Error("the draft was not kept");
	await audit(tx, { action: "matching.save-pipeline", subject: `pipeline:${added.version}`, after: { note, steps } });
	return added;
}

async function overwrite(tx: TxCtx, version: number, { revision, note, steps }: Input) {
	const [before] = await tx.db.select().from(pipelines).where(eq(pipelines.version, version)).for("update");
	if (!before) throw commonRefusals.because("not_found");
	if (!mayBeWrittenOver(before)) throw matchingRefusals.because("not_a_draft");
	if (before.revision !== revision) throw commonRefusals.because("stale");
	const after = { note, steps, revision: revision + 1, changedAt: tx.clock.now() };
	await tx.db
		.update(pipelines)
		.set(after)
		.where(and(eq(pipelines.version, version), eq(pipelines.revision, revision)));
	await audit(tx, {
		...{ action: "matching.save-pipeline", subject: `pipeline:${version}` },
		...{ before: { note: before.note, steps: before.steps }, after: { note, steps } },
	});
	return { version, revision: revision + 1 };
}
