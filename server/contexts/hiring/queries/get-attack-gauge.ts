import { sql } from "drizzle-orm";
import { formMinutes } from "@/db/schema/hiring-applications";
import { after, hours } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { formOutcomes } from "../contracts/figures";
import { demandManager } from "../domain/access";

const HOURS = 24;
const HOUR_MS = 3_600_000;
type Outcome = (typeof formOutcomes)[number];

/** How the house tells what it has counted; what is not named here is a body that was no form. */
const known = new Set<string>(formOutcomes);
const outcomeOf = (counted: string): Outcome => (known.has(counted) ? (counted as Outcome) : "bad_body");

/**
 * What the public form has answered, by the hour, over the last day: the attack gauge. It is counted in system time, for attackers
 * know of no other.
 */
export async function getAttackGauge(ctx: Ctx) {
	demandManager(ctx.actor);
	const now = ctx.clock.systemNow();
	const first = Math.floor(after(now, -hours(HOURS - 1)).getTime() / HOUR_MS) * HOUR_MS;
	const from = new Date(first).toISOString();
	const rows = await ctx.db.execute<{ hour: string; outcome: string; count: number }>(sql`
		select date_trunc('hour', minute, 'UTC')::text as hour, outcome, sum(count)::int as count
		from ${formMinutes} where minute >= ${from}::timestamptz group by 1, 2`);
	return Array.from({ length: HOURS }, (_, index) => {
		const at = new Date(first + index * HOUR_MS);
		const counts: Partial<Record<Outcome, number>> = {};
		for (const { hour, outcome, count } of rows) {
			if (new Date(hour).getTime() !== at.getTime()) continue;
			const name = outcomeOf(outcome);
			counts[name] = (counts[name] ?? 0) + count;
		}
		return { at, counts };
	});
}
