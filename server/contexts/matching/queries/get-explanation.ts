import { asc, eq, inArray } from "drizzle-orm";
import { demands, normalSamples, reservations } from "@/db/schema/matching";
import { matchRecords } from "@/db/schema/matching-pipelines";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandManager } from "../domain/access";
import type { Link } from "../domain/chain";
import type { SampleId } from "../domain/sample";
import { getChainOfVersion } from "./get-chain";

type MatchRecord = typeof matchRecords.$inferSelect & { links: readonly Link[] };

export type Explanation = {
	demand: typeof demands.$inferSelect;
	/** Each match and, last, the search that goes on, with the chain that ran. */
	records: MatchRecord[];
	reservations: (typeof reservations.$inferSelect)[];
	/** What the samples that occur are called now. */
	names: Map<SampleId, string>;
	timeZone: string;
};

/** Why this one? Everything matching knows of one order; null when it has not heard of it. */
export async function getExplanation(ctx: Ctx, order: OrderId): Promise<Explanation | null> {
	demandManager(ctx.actor);
	const [demand] = await ctx.db.select().from(demands).where(eq(demands.order, order));
	if (!demand) return null;
	const records = await ctx.db
		.select()
		.from(matchRecords)
		.where(eq(matchRecords.order, order))
		.orderBy(asc(matchRecords.match));
	const held = await ctx.db
		.select()
		.from(reservations)
		.where(eq(reservations.order, order))
		.orderBy(asc(reservations.match));
	const named = [
		...demand.excluded,
		...held.map(({ sample }) => sample),
		...records.flatMap(({ candidates, said }) =>
			[...candidates, ...(said?.rival ? [said.rival] : [])].map(({ sample }) => sample),
		),
	];
	return {
		demand,
		records: await Promise.all(records.map((record) => withLinks(ctx, record))),
		reservations: held,
		names: await namesOf(ctx, [...new Set(named)]),
		timeZone: (await policyInForce(ctx, "money")).timeZone,
	};
}

async function withLinks(ctx: Ctx, record: typeof matchRecords.$inferSelect): Promise<MatchRecord> {
	const chain = await getChainOfVersion(ctx, record.pipelineVersion);
	return { ...record, links: chain?.links ?? [] };
}

async function namesOf(ctx: Ctx, ids: SampleId[]): Promise<Map<SampleId, string>> {
	if (ids.length === 0) return new Map();
	const rows = await ctx.db
		.select({ id: normalSamples.id, name: normalSamples.name })
		.from(normalSamples)
		.where(inArray(normalSamples.id, ids));
	return new Map(rows.map(({ id, name }) => [id, name]));
}
