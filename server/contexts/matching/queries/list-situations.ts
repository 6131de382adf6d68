import { and, asc, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import { demands } from "@/db/schema/matching";
import { requirementVersions } from "@/db/schema/matching-history";
import { matchRecords } from "@/db/schema/matching-pipelines";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { rememberHistory } from "../domain/history";
import type { Input } from "../domain/run-chain";
import { describeDemand, getTimeZone } from "./get-demand";
import { listFacts } from "./list-facts";

type MatchRecord = typeof matchRecords.$inferSelect;

/** A match, and what its chain was given then: what became known later is not in it. */
export type Situation = { record: MatchRecord; demandRow: typeof demands.$inferSelect; input: Input };

type Which = { from: Date; to: Date; limit: number } | { order: OrderId; match?: number };

/** Matches with their inputs as they were known, in the order in which they happened. One at a time is in memory. */
export async function forEachSituation(ctx: Ctx, which: Which, look: (situation: Situation) => void): Promise<void> {
	const rows = await listMatches(ctx, which);
	const last = rows.at(-1);
	if (!last) return;
	const history = rememberHistory();
	const facts = await listFacts(ctx, last.record.moment ?? 0);
	const wanted = await listWanted(ctx);
	const timeZone = await getTimeZone(ctx);
	let next = 0;
	for (const { record, demandRow } of rows) {
		for (let fact = facts[next]; fact && fact.moment < (record.moment ?? 0); fact = facts[++next]) history.learn(fact);
		const { reference, order, type } = demandRow;
		const demand = describeDemand(
			{ ...demandRow, excluded: record.excluded ?? [] },
			{
				timeZone,
				wanted: wanted.get(`${type}/${record.requirementVersion}`) ?? [],
				encounters: reference ? history.encounters(reference, order) : new Map(),
			},
		);
		look({ record, demandRow, input: { demand, samples: history.samples(), seed: record.seed } });
	}
}

/** Of a period the latest so many that came to a match; of an order the match that is meant, else its latest look. */
async function listMatches(ctx: Ctx, which: Which) {
	const one = "order" in which;
	const rows = await ctx.db
		.select({ record: matchRecords, demandRow: demands })
		.from(matchRecords)
		.innerJoin(demands, eq(demands.order, matchRecords.order))
		.where(
			and(
				isNotNull(matchRecords.moment),
				one
					? and(
							eq(matchRecords.order, which.order),
							which.match === undefined ? undefined : eq(matchRecords.match, which.match),
						)
					: and(eq(matchRecords.outcome, "matched"), gte(matchRecords.at, which.from), lt(matchRecords.at, which.to)),
			),
		)
		.orderBy(desc(matchRecords.moment), asc(matchRecords.order))
		.limit(one ? 1 : which.limit);
	return rows.reverse();
}

async function listWanted(ctx: Ctx) {
	const rows = await ctx.db.select().from(requirementVersions);
	return new Map(rows.map(({ type, version, wanted }) => [`${type}/${version}`, wanted]));
}
