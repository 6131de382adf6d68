import { desc, eq } from "drizzle-orm";
import { activations, pipelines } from "@/db/schema/matching-pipelines";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { matchingRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import { getChainOfVersion } from "../queries/get-chain";

type Asked = { version: number /** The version in force on the screen. */; active: number; reason: string };

/** A version comes into force, in one press: from now on it decides. The one before is retired and can come back the same way. */
export async function activatePipeline(ctx: Ctx, { version, active, reason }: Asked): Promise<{ version: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		await demandInForce(tx, active);
		await replace(tx, { version, active, reason, action: "matching.activate-pipeline" });
		return { version };
	});
}

/** Back to what was in force before, in one press. */
export async function rollBackPipeline(
	ctx: Ctx,
	{ active, reason }: Omit<Asked, "version">,
): Promise<{ version: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		await demandInForce(tx, active);
		const [last] = await tx.db.select().from(activations).orderBy(desc(activations.number)).limit(1);
		if (last?.version !== active) throw matchingRefusals.because("nothing_to_roll_back_to");
		await replace(tx, { version: last.replaced, active, reason, action: "matching.roll-back-pipeline" });
		return { version: last.replaced };
	});
}

/** Whoever else activates waits here, and is then told that the screen is out of date. */
async function demandInForce(tx: TxCtx, active: number): Promise<void> {
	const [inForce] = await tx.db.select().from(pipelines).where(eq(pipelines.status, "active")).for("update");
	if (inForce?.version !== active) throw commonRefusals.because("stale");
}

async function replace(tx: TxCtx, { version, active, reason, action }: Asked & { action: string }): Promise<void> {
	const [next] = await tx.db.select().from(pipelines).where(eq(pipelines.version, version)).for("update");
	if (!next) throw commonRefusals.because("not_found");
	if (version === active) throw matchingRefusals.because("active_already");
	// A build that no longer knows one of its steps can't run it.
	await getChainOfVersion(tx, version);
	const at = tx.clock.now();
	await tx.db.update(pipelines).set({ status: "retired" }).where(eq(pipelines.version, active));
	await tx.db
		.update(pipelines)
		.set({ status: "active", percent: 0, ranFrom: next.ranFrom ?? at })
		.where(eq(pipelines.version, version));
	await tx.db.insert(activations).values({ version, replaced: active, at, author: actorRef(tx.actor), reason });
	await audit(tx, { action, subject: `pipeline:${version}`, before: { active }, after: { active: version }, reason });
	await announce(tx, { context: "matching", subject: `pipeline:${version}`, audiences: [] });
}
