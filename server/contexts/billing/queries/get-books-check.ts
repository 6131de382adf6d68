import { sql } from "drizzle-orm";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { unsoundDays } from "../ledger/seal-invariants";
import { listLedgerFindings } from "./list-ledger-findings";

/** So many days are named; a broken chain is broken once. */
const MOST_DAYS = 1000;

/** Every invariant of the books held against the database as it is now, and the days whose seal does not hold. */
export async function getBooksCheck(ctx: Ctx) {
	demandManager(ctx.actor);
	const began = ctx.clock.systemNow();
	const findings = await listLedgerFindings(ctx);
	const days = await ctx.db.execute<{ day: string }>(
		sql`select distinct to_char(day, 'YYYY-MM-DD') as day from (${unsoundDays}) unsound order by day limit ${MOST_DAYS}`,
	);
	return {
		findings,
		unsoundDays: days.map(({ day }) => day),
		checkedAt: ctx.clock.now(),
		seconds: (ctx.clock.systemNow().getTime() - began.getTime()) / 1000,
	};
}
