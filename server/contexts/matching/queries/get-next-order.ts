import { and, asc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { demands, normalSamples, reservations } from "@/db/schema/matching";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { SampleId } from "../domain/sample";

type Place = { order: OrderId; startsAt: Date };

/**
 * Of the orders that nobody has yet, the one that starts first behind a place in the queue; if a sample is named, of those that it
 * could take: it is in the pool, not kept out, and has the time. Orders whose start has passed are not among them.
 */
export async function getNextOrderFor(ctx: Ctx, sample: SampleId | null, behind: Place | null): Promise<Place | null> {
	const [row] = await ctx.db
		.select({ order: demands.order, startsAt: demands.startsAt })
		.from(demands)
		.where(
			and(
				inArray(demands.state, ["open", "waiting"]),
				gt(demands.startsAt, ctx.clock.now()),
				behind ? isBehind(behind) : undefined,
				sample ? couldTake(sample) : undefined,
			),
		)
		.orderBy(asc(demands.startsAt), asc(demands.order))
		.limit(1);
	return row?.startsAt ? { order: row.order, startsAt: row.startsAt } : null;
}

const isBehind = ({ startsAt, order }: Place): SQL | undefined =>
	or(gt(demands.startsAt, startsAt), and(eq(demands.startsAt, startsAt), gt(demands.order, order)));

const couldTake = (sample: SampleId): SQL => {
	const inPool = sql`exists (select 1 from ${normalSamples} where ${normalSamples.id} = ${sample} and ${normalSamples.active})`;
	const booked = sql`exists (select 1 from ${reservations} where ${reservations.sample} = ${sample} and ${reservations.status} = 'held' and ${reservations.during} && ${demands.during})`;
	return sql`${inPool} and ${sample} <> all(${demands.excluded}) and not ${booked}`;
};
