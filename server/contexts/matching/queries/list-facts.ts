import { eq, lt, sql } from "drizzle-orm";
import { demands, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import { availabilityVersions, sampleVersions } from "@/db/schema/matching-history";
import type { Ctx } from "@/server/platform/context";
import type { Fact } from "../domain/history";

const about = {
	order: demands.order,
	reference: demands.reference,
	type: demands.type,
	zone: demands.zone,
	startsAt: demands.startsAt,
};

/** Everything that became known of samples before a moment, in the order in which it did. */
export async function listFacts(ctx: Ctx, before: number): Promise<Fact[]> {
	const is = await ctx.db.select().from(sampleVersions).where(lt(sampleVersions.moment, before));
	const works = await ctx.db.select().from(availabilityVersions).where(lt(availabilityVersions.moment, before));
	const held = await ctx.db
		.select({ one: reservations, about })
		.from(reservations)
		.innerJoin(demands, eq(demands.order, reservations.order))
		.where(lt(reservations.moment, before));
	const ended = await ctx.db
		.select({ one: pastResults, about })
		.from(pastResults)
		.innerJoin(demands, eq(demands.order, pastResults.order))
		.where(lt(pastResults.moment, before));
	const rated = await ctx.db
		.select({ one: pastRatings, about })
		.from(pastRatings)
		.innerJoin(demands, eq(demands.order, pastRatings.order))
		.where(lt(pastRatings.moment, before));
	const facts: Fact[] = [
		...is.map((row): Fact => ({ kind: "is", ...row })),
		...works.map(({ weeklyHours: hours, ...row }): Fact => ({ kind: "works", hours, ...row })),
		...held.flatMap(({ one, about }): Fact[] => {
			const { match, sample, moment, startsAt, endsAt, releasedMoment, releasedBy } = one;
			const holding: Fact = {
				...{ kind: "held", moment, sample, match, about },
				...{ from: startsAt.getTime(), to: endsAt.getTime() },
			};
			if (releasedMoment === null || releasedMoment >= before) return [holding];
			const done = releasedBy === "completed" || releasedBy === "failed";
			return [holding, { kind: "released", moment: releasedMoment, sample, match, about, done }];
		}),
		...ended.map(({ one: { order: _order, at: _at, ...row }, about }): Fact => ({ kind: "ended", ...row, about })),
		...rated.map(({ one: { order: _order, ...row }, about }): Fact => ({ kind: "rated", ...row, about })),
	];
	return facts.sort((a, b) => a.moment - b.moment);
}

/** A moment after all that is known. */
export async function getMoment(ctx: Ctx): Promise<number> {
	const [row] = await ctx.db.execute<{ moment: string }>(sql`select nextval('matching.moments')::int8 as moment`);
	return Number(row?.moment ?? 0);
}
