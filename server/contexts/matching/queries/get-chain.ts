import { eq, inArray } from "drizzle-orm";
import { pipelines } from "@/db/schema/matching-pipelines";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { assembleChain, type ChainTrouble, chainData, type Link } from "../domain/chain";
import { versionFor } from "../domain/pipeline.policies";
import { steps } from "../steps";

export type Chain = { version: number; links: readonly Link[] };
type Row = typeof pipelines.$inferSelect;

/** The chain in force, ready to run. Throws when there is none: the reference data were never laid. */
export async function getActiveChain(ctx: Ctx): Promise<Chain> {
	const rows = await ctx.db.select().from(pipelines).where(eq(pipelines.status, "active"));
	return assembled(theOnly(rows));
}

/** The chain that decides about an order: the one in force, or one that takes a share of orders as an experiment. */
export async function getChainFor(ctx: Ctx, order: OrderId): Promise<Chain> {
	const running = await listRunning(ctx);
	const inForce = theOnly(running.filter(({ status }) => status === "active"));
	const version = versionFor(order, running);
	return assembled(running.find((row) => row.version === version) ?? inForce);
}

/** The versions that run beside; of one that this build can't run, what is wrong with it. */
export async function listShadows(ctx: Ctx): Promise<(Chain & { troubles: ChainTrouble[] })[]> {
	const rows = (await listRunning(ctx)).filter(({ status }) => status === "shadow");
	return rows.map((row) => ({ version: row.version, ...assembleChain(chainData.parse(row.steps), steps) }));
}

/** A chain of that version as it was, for what its records say. */
export async function getChainOfVersion(ctx: Ctx, version: number): Promise<Chain | null> {
	const [row] = await ctx.db.select().from(pipelines).where(eq(pipelines.version, version));
	return row ? assembled(row) : null;
}

const listRunning = (ctx: Ctx): Promise<Row[]> =>
	ctx.db
		.select()
		.from(pipelines)
		.where(inArray(pipelines.status, ["active", "shadow"]))
		.orderBy(pipelines.version);

function theOnly([row]: Row[]): Row {
	if (!row) throw new Error("no chain is active");
	return row;
}

function assembled(row: Row): Chain {
	const { links, troubles } = assembleChain(chainData.parse(row.steps), steps);
	if (troubles.length > 0) throw new Error(`chain ${row.version} can't run: ${JSON.stringify(troubles)}`);
	return { version: row.version, links };
}
