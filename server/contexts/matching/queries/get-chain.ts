import { eq, type SQL } from "drizzle-orm";
import { pipelines } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { assembleChain, chainData, type Link } from "../domain/chain";
import { steps } from "../steps";

export type Chain = { version: number; links: readonly Link[] };

/** The chain in force, ready to run. Throws when there is none: the reference data were never laid. */
export async function getActiveChain(ctx: Ctx): Promise<Chain> {
	const chain = await getChain(ctx, eq(pipelines.status, "active"));
	if (!chain) throw new Error("no chain is active");
	return chain;
}

/** A chain of that version as it was, for what its records say. */
export const getChainOfVersion = (ctx: Ctx, version: number): Promise<Chain | null> =>
	getChain(ctx, eq(pipelines.version, version));

async function getChain(ctx: Ctx, condition: SQL): Promise<Chain | null> {
	const [row] = await ctx.db.select().from(pipelines).where(condition);
	if (!row) return null;
	const { links, troubles } = assembleChain(chainData.parse(row.steps), steps);
	if (troubles.length > 0) throw new Error(`chain ${row.version} can't run: ${JSON.stringify(troubles)}`);
	return { version: row.version, links };
}
