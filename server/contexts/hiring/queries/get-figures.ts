import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { applicationMoves, applications } from "@/db/schema/hiring-applications";
import { attempts } from "@/db/schema/hiring-tests";
import { after, days as daysLong } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { type FunnelStep, type figuresInput, funnelSteps } from "../contracts/figures";
import { demandManager } from "../domain/access";
import { openStates } from "../domain/application";

type Asked = z.output<typeof figuresInput>;

/** A step of the funnel, and how long its state lasted for those who have left it. */
type Step = {
	step: FunnelStep;
	reached: number;
	left: number;
	medianSeconds: number | null;
	p90Seconds: number | null;
};
type Load = { waiting: number; oldest: Date | null };

const oneOf = (values: readonly string[]): SQL =>
	sql`(${sql.join(
		values.map((value) => sql`${value}`),
		sql`, `,
	)})`;

/**
 * How hiring goes: of those who applied in a period how many came how far and how long each state took, and what waits for the
 * office now. Each figure is one pass over the period's rows.
 */
export async function getFigures(ctx: Ctx, { days, vacancyId }: Asked) {
	demandManager(ctx.actor);
	const from = after(ctx.clock.now(), -daysLong(days));
	const cohort = sql`submitted_at >= ${from.toISOString()}::timestamptz ${vacancyId ? sql`and vacancy_id = ${vacancyId}` : sql``}`;
	const [reached, times, load] = await Promise.all([reachedIn(ctx, cohort), timesIn(ctx, cohort), loadNow(ctx)]);
	const funnel = funnelSteps.map((step): Step => {
		const { left = 0, median = null, p90 = null } = times.get(step) ?? {};
		return { step, reached: reached.steps.get(step) ?? 0, left, medianSeconds: median, p90Seconds: p90 };
	});
	return { from, funnel, rejected: reached.rejected, withdrawn: reached.withdrawn, open: reached.open, load };
}

/** Where somebody came furthest, by all moves and the state of now. */
async function reachedIn(ctx: Ctx, cohort: SQL) {
	const depth = (state: SQL) =>
		sql`coalesce(array_position(array[${sql.join(
			funnelSteps.map((step) => sql`${step}`),
			sql`, `,
		)}]::text[], ${state}), 1)`;
	const rows = await ctx.db.execute<{ depth: number; state: string; count: number }>(sql`
		select depth, state, count(*)::int as count from (
			select greatest(${depth(sql`one.state`)}, max(${depth(sql`move.to_state`)})) as depth, one.state
			from (select id, state from ${applications} where ${cohort}) one
			left join ${applicationMoves} move on move.application_id = one.id
			group by one.id, one.state
		) each group by depth, state`);
	const sum = (those: (row: (typeof rows)[number]) => boolean) =>
		rows.filter(those).reduce((total, { count }) => total + count, 0);
	return {
		steps: new Map(funnelSteps.map((step, index) => [step, sum(({ depth: far }) => far > index)])),
		rejected: sum(({ state }) => state === "rejected"),
		withdrawn: sum(({ state }) => state === "withdrawn"),
		open: sum(({ state }) => openStates.some((open) => open === state)),
	};
}

type Times = { left: number; median: number; p90: number };

async function timesIn(ctx: Ctx, cohort: SQL): Promise<Map<string, Times>> {
	const rows = await ctx.db.execute<Times & { state: string }>(sql`
		select move.from_state as state, count(*)::int as left,
			percentile_cont(0.5) within group (order by extract(epoch from move.moved_at - move.since))::float as median,
			percentile_cont(0.9) within group (order by extract(epoch from move.moved_at - move.since))::float as p90
		from ${applicationMoves} move
		where move.from_state in ${oneOf(openStates)}
			and exists (select from ${applications} one where one.id = move.application_id and ${cohort})
		group by move.from_state`);
	return new Map(rows.map(({ state, ...times }) => [state, times]));
}

/** What waits for somebody of the office, over all periods and vacancies. */
async function loadNow(ctx: Ctx): Promise<{ unread: Load; decide: Load; grade: Load }> {
	type Row = { what: string; waiting: number; oldest: string | null };
	const rows = await ctx.db.execute<Row>(sql`
		select state as what, count(*)::int as waiting, min(state_since)::text as oldest from ${applications}
		where state in ('applied', 'tested') group by state
		union all
		select 'grade', count(*)::int, min(submitted_at)::text from ${attempts} where state = 'submitted'`);
	const of = (what: string): Load => {
		const row = rows.find((one) => one.what === what);
		return { waiting: row?.waiting ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null };
	};
	return { unread: of("applied"), decide: of("tested"), grade: of("grade") };
}
