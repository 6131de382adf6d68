import { type SQL, sql } from "drizzle-orm";
import { scorecards } from "@/db/schema/hiring-screening";
import type { VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { Score } from "../domain/score";
import type { ScreeningRule } from "../domain/screening-rule";
import type { Standing } from "../domain/standing";

type Asked = {
	vacancyId: VacancyId;
	version: number;
	rule: ScreeningRule;
	total: Score;
	from: Date;
	applicationId: string;
};

/**
 * Where a new total stands under a rule among those of the vacancy whose latest scorecard was drawn up after `from`, and
 * itself. Cards of the same version say their total; for others it is reckoned anew. An earlier card of the same candidate does not count. Whoever is to write by it holds the vacancy's lock.
 */
export async function getStanding(
	ctx: Ctx,
	{ vacancyId, version, rule, total, from, applicationId }: Asked,
): Promise<Standing> {
	const [row] = await ctx.db.execute<{ size: number; above: number; equal: number }>(sql`
		select count(*)::int as size, count(*) filter (where total > ${total})::int as above,
			count(*) filter (where total = ${total})::int as equal
		from (
			select case when card.rule_version = ${version} then card.score else ${totalUnder(rule)} end as total from ${scorecards} card
			where card.vacancy_id = ${vacancyId} and card.drawn_up_at > ${from.toISOString()}::timestamptz
				and card.application_id <> ${applicationId}
				and not exists (
					select from ${scorecards} later
					where later.application_id = card.application_id and later.number > card.number
				)
		) cohort`);
	const others = row ?? { size: 0, above: 0, equal: 0 };
	return { size: others.size + 1, above: others.above, equal: others.equal + 1 };
}

/** The total of `card` under a rule, as `totalOf` reckons it: sums are whole numbers, so that both come to the same. */
function totalUnder({ weights }: ScreeningRule): SQL {
	if (weights.length === 0) {
		return sql`(select coalesce(floor(sum(value::int)::float8 / count(*) + 0.5), 0)::int from jsonb_each_text(card.scores))`;
	}
	const parts = weights.map(
		({ trait, weight }) => sql`coalesce((card.scores->>${trait}::text)::int, 0) * ${weight}::int`,
	);
	const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
	return sql`floor((${sql.join(parts, sql` + `)})::float8 / ${whole}::int + 0.5)::int`;
}
