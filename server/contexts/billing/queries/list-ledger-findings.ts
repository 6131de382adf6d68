import { sql } from "drizzle-orm";
import type { Ctx } from "@/server/platform/context";
import { invariants } from "../ledger/invariants";

type LedgerFinding = {
	name: string;
	/** What must hold. */
	holds: string;
	breaches: number;
	/** Where it does not hold: the first few places. */
	examples: string[];
};

const EXAMPLES = 20;

/** Checks each invariant of the books against what the database has now. All hold when no finding has breaches. */
export async function listLedgerFindings(ctx: Ctx): Promise<LedgerFinding[]> {
	const findings: LedgerFinding[] = [];
	for (const { name, holds, breaches } of invariants) {
		const rows = await ctx.db.execute<{ what: string; all: string }>(
			sql`select what, count(*) over () as all from (${breaches}) found order by what limit ${EXAMPLES}`,
		);
		findings.push({ name, holds, breaches: Number(rows[0]?.all ?? 0), examples: rows.map(({ what }) => what) });
	}
	return findings;
}
