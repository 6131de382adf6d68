// `npm run ledger:verify`: checks every invariant of the books on the database of this installation, running or not, or on the
// one that DATABASE_URL names. It only reads. Ends with 0 when all hold, with 1 when one does not. With `-- --provider` it also asks
// the payment services, live, what became of what was sent to them and of what banks demand back: of all that is not settled for good,
// and of what began since a day (`-- --provider --since 2026-11-01`), without one in the last 60 days.
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { z } from "zod";
import { askProviders, listLedgerFindings } from "@/server/contexts/billing";
import { system } from "@/server/kernel/actor";
import { instantAt } from "@/server/kernel/calendar";
import { fixedClock, systemNow } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";

type Finding = { holds: string; breaches: number; examples: string[] };

/** Execution decides how orders end, billing keeps its own record of it. Only here are the two held side by side. */
async function compareEndings(db: Ctx["db"]): Promise<Finding> {
	const rows = await db.execute<{ what: string }>(sql`
		select 'order ' || coalesce(e.order_id, b.order_id) || ', ending ' || coalesce(e.number, b.ending) || case
			when b.order_id is null then ': not posted (if events are still under way, ask again in a moment)'
			when e.order_id is null then ': posted, though the order did not end so'
			else ': ended otherwise than posted' end as what
		from execution.endings e
		full join billing.endings b on b.order_id = e.order_id and b.ending = e.number
		where e.order_id is null or b.order_id is null or e.outcome <> b.outcome
			or e.worker_id is distinct from b.worker_id or e.assignment is distinct from b.assignment
		order by what`);
	return {
		holds: "Every ending that execution decided is posted, and no other",
		breaches: rows.length,
		examples: rows.slice(0, 20).map(({ what }) => what),
	};
}

const contextFor = (db: Ctx["db"]): Ctx => {
	const [actor, clock] = [system("ledger-verify"), fixedClock(systemNow())];
	return { actor, clock, db, requestId: "ledger-verify", cause: null, address: null };
};

/** Outside of any transaction, for it may take long. */
async function compareProviders(db: Ctx["db"]): Promise<Finding> {
	const { asked, contradictions, silent } = await askProviders(contextFor(db), { since: await since(contextFor(db)) });
	for (const one of silent) console.log(`no answer about ${one}`);
	return {
		holds: `The payment services, asked about ${asked - silent.length} of ${asked} payments, refunds, disputes and payouts, agree`,
		breaches: contradictions.length,
		examples: contradictions,
	};
}

/** The beginning of the day that is asked for, where the business is. */
async function since(ctx: Ctx): Promise<Date | undefined> {
	const { values } = parseArgs({ options: { provider: { type: "boolean" }, since: { type: "string" } } });
	if (values.since === undefined) return undefined;
	const day = z.iso.date().safeParse(values.since);
	if (!day.success) throw new Error(`--since takes a day, such as 2026-11-01, and not ${values.since}`);
	const { timeZone } = await policyInForce(ctx, "money");
	return instantAt(day.data, "00:00", timeZone);
}

function report({ holds, breaches, examples }: Finding): void {
	const [mark, tone] = breaches === 0 ? ["holds ", 32] : ["BROKEN", 31];
	console.log(process.stdout.isTTY ? `\u001b[${tone}m${mark}\u001b[0m ${holds}` : `${mark} ${holds}`);
	for (const example of examples) console.log(`       ${example}`);
	if (breaches > examples.length) console.log(`       and ${breaches - examples.length} more`);
}

const client = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
try {
	// One snapshot for all: what is posted meanwhile is in every answer or in none.
	const findings = await drizzle(client).transaction(
		async (db) => {
			return [...(await listLedgerFindings(contextFor(db))), await compareEndings(db)];
		},
		{ isolationLevel: "repeatable read", accessMode: "read only" },
	);
	if (process.argv.includes("--provider")) findings.push(await compareProviders(drizzle(client)));
	for (const finding of findings) report(finding);
	const broken = findings.filter(({ breaches }) => breaches > 0).length;
	console.log(broken === 0 ? "\nThe books hold." : `\nThe books do not hold: ${broken} of ${findings.length}.`);
	process.exitCode = broken === 0 ? 0 : 1;
} finally {
	await client.end();
}
