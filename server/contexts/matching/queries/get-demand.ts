import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { demands, pastRatings, pastResults, requirements, traitNames } from "@/db/schema/matching";
import { dayOf } from "@/server/kernel/calendar";
import { NotYet } from "@/server/kernel/errors";
import { wallPieces } from "@/server/kernel/wall-pieces";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { type Demand, type Encounter, intern, type SampleId } from "../domain/sample";

type Row = typeof demands.$inferSelect;

type Given = Pick<Demand, "wanted" | "encounters"> & { timeZone: string };

/** An order as the steps of a chain see it. */
export function describeDemand(row: Row, { timeZone, wanted, encounters }: Given): Demand {
	const { order, reference, type, startsAt, endsAt, excluded, zone } = row;
	if (!reference || !type || !startsAt || !endsAt) throw new NotYet(`order ${order} has not been placed`);
	const during = { from: startsAt, to: endsAt };
	const day = dayOf(startsAt, timeZone);
	return {
		...{ order, reference, type: intern(type), zone: zone && intern(zone), during, excluded, wanted, encounters },
		pieces: wallPieces(during, timeZone),
		day: { from: day.from.getTime(), to: day.to.getTime() },
	};
}

/** The same from what is known now, with the version of what its type needs. */
export async function getDemand(ctx: Ctx, row: Row): Promise<{ demand: Demand; requirementVersion: number }> {
	const [needed] = row.type ? await ctx.db.select().from(requirements).where(eq(requirements.type, row.type)) : [];
	const demand = describeDemand(row, {
		timeZone: await getTimeZone(ctx),
		wanted: await withNames(ctx, needed?.wanted ?? []),
		encounters: await encountersOf(ctx, row),
	});
	return { demand, requirementVersion: needed?.version ?? 0 };
}

export const getTimeZone = async (ctx: Ctx): Promise<string> => (await policyInForce(ctx, "money")).timeZone;

async function withNames(ctx: Ctx, wanted: { trait: string; weight: number }[]): Promise<Demand["wanted"]> {
	if (wanted.length === 0) return [];
	const rows = await ctx.db
		.select()
		.from(traitNames)
		.where(
			inArray(
				traitNames.trait,
				wanted.map(({ trait }) => trait),
			),
		);
	const names = new Map(rows.map(({ trait, name }) => [trait, name]));
	return wanted.map((each) => {
		const name = names.get(each.trait);
		return name ? { ...each, name } : each;
	});
}

/** Whom the reference sample had before, by the endings in force. */
async function encountersOf(ctx: Ctx, { order, reference }: Row): Promise<Map<SampleId, Encounter>> {
	if (!reference) return new Map();
	const later = sql`select 1 from ${pastResults} later where later.order_id = ${pastResults.order} and later.ending > ${pastResults.ending}`;
	const rows = await ctx.db
		.select({
			sample: pastResults.sample,
			completed: sql<number>`(count(*) filter (where ${pastResults.outcome} = 'completed'))::int`,
			failed: sql<number>`(count(*) filter (where ${pastResults.outcome} = 'failed'))::int`,
			stars: sql<number>`coalesce(sum(${pastRatings.stars}), 0)::int`,
			rated: sql<number>`count(${pastRatings.stars})::int`,
		})
		.from(demands)
		.innerJoin(pastResults, eq(pastResults.order, demands.order))
		.leftJoin(pastRatings, and(eq(pastRatings.order, demands.order), eq(pastRatings.sample, pastResults.sample)))
		.where(and(eq(demands.reference, reference), ne(demands.order, order), sql`not exists (${later})`))
		.groupBy(pastResults.sample);
	return new Map(rows.map(({ sample, ...encounter }) => [sample, encounter]));
}
