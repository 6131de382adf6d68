import { desc } from "drizzle-orm";
import { activations, pipelines } from "@/db/schema/matching-pipelines";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { assembleChain, type ChainData, chainData } from "../domain/chain";
import { type Difference, differenceBetween } from "../domain/difference";
import { mayBeWrittenOver } from "../domain/pipeline.policies";
import { steps as known } from "../steps";

type Row = typeof pipelines.$inferSelect;
export type Pipeline = Omit<Row, "steps"> & { steps: ChainData; mayBeWrittenOver: boolean };

/** Every version, the newest first, with when and in whose place each came into force, the latest first. */
export async function listPipelines(ctx: Ctx) {
	demandManager(ctx.actor);
	const rows = await ctx.db.select().from(pipelines).orderBy(desc(pipelines.version));
	const history = await ctx.db.select().from(activations).orderBy(desc(activations.number));
	const [last] = history;
	const active = rows.find(({ status }) => status === "active")?.version ?? null;
	return {
		active,
		/** The version to which one press leads back; null when none was in force before. */
		before: last && last.version === active ? last.replaced : null,
		pipelines: rows.map(whole),
		activations: history,
	};
}

/** One version, with everything that would keep it from running in this build. */
export async function getPipeline(ctx: Ctx, version: number) {
	demandManager(ctx.actor);
	const pipeline = await read(ctx, version);
	return { ...pipeline, troubles: assembleChain(pipeline.steps, known).troubles };
}

/** What is another in one version than in the other. */
export async function getDifference(ctx: Ctx, { from, to }: { from: number; to: number }): Promise<Difference[]> {
	demandManager(ctx.actor);
	return differenceBetween((await read(ctx, from)).steps, (await read(ctx, to)).steps);
}

async function read(ctx: Ctx, version: number): Promise<Pipeline> {
	const rows = await ctx.db.select().from(pipelines);
	const row = rows.find((one) => one.version === version);
	if (!row) throw commonRefusals.because("not_found");
	return whole(row);
}

const whole = (row: Row): Pipeline => ({
	...row,
	steps: chainData.parse(row.steps),
	mayBeWrittenOver: mayBeWrittenOver(row),
});
