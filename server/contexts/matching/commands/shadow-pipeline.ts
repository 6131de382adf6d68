import { eq, sql } from "drizzle-orm";
import { pipelines } from "@/db/schema/matching-pipelines";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { matchingRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import { MOST_OF_ORDERS, MOST_SHADOWS } from "../domain/pipeline.policies";
import { getChainOfVersion } from "../queries/get-chain";

type Row = typeof pipelines.$inferSelect;

/** A version runs beside the active one on every order and decides nothing, or stops doing so. */
export async function shadowPipeline(ctx: Ctx, { version, on }: { version: number; on: boolean }): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const all = await lockAll(tx);
		const row = found(all, version);
		if (row.status === "active") throw matchingRefusals.because("active_already");
		if ((row.status === "shadow") === on) return;
		if (on && all.filter(({ status }) => status === "shadow").length >= MOST_SHADOWS)
			throw matchingRefusals.because("too_many_shadows");
		if (on) await getChainOfVersion(tx, version);
		const after = on
			? { status: "shadow" as const, ranFrom: row.ranFrom ?? tx.clock.now() }
			: { status: "retired" as const, percent: 0 };
		await change(tx, row, after, on ? "matching.shadow-pipeline" : "matching.end-shadow");
	});
}

/** A version that runs beside takes a share of orders: for those it decides, as an experiment. Nothing ends it. */
export async function sharePipeline(
	ctx: Ctx,
	{ version, percent, reason }: { version: number; percent: number; reason: string },
): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const all = await lockAll(tx);
		const row = found(all, version);
		if (row.status !== "shadow") throw matchingRefusals.because("not_in_shadow");
		const others = all.reduce((sum, other) => sum + (other.version === version ? 0 : other.percent), 0);
		if (others + percent > MOST_OF_ORDERS) throw matchingRefusals.because("share_too_large");
		await change(tx, row, { percent }, "matching.share-pipeline", reason);
	});
}

const lockAll = async (tx: TxCtx): Promise<Row[]> => {
	await tx.db.execute(sql`lock table ${pipelines} in share row exclusive mode`);
	return tx.db.select().from(pipelines);
};

function found(all: Row[], version: number): Row {
	const row = all.find((one) => one.version === version);
	if (!row) throw commonRefusals.because("not_found");
	return row;
}

async function change(tx: TxCtx, row: Row, after: Partial<Row>, action: string, reason?: string): Promise<void> {
	await tx.db.update(pipelines).set(after).where(eq(pipelines.version, row.version));
	const { status, percent } = row;
	await audit(tx, {
		...{ action, subject: `pipeline:${row.version}`, before: { status, percent } },
		...{ after: { status, percent, ...after }, ...(reason && { reason }) },
	});
	await announce(tx, { context: "matching", subject: `pipeline:${row.version}`, audiences: [] });
}
