import { rawSql } from "@/db/client";

/**
 * What the whole database holds, in a few figures: of each table how many rows there are, and the newest transaction that any of
 * them comes from. Two that are alike say that nothing was added, changed or removed in between, in whatever table.
 */
export async function fingerprint(): Promise<Record<string, string>> {
	const sql = rawSql();
	statement ??= await writeStatement();
	const rows = await sql.unsafe<{ name: string; holds: string }[]>(statement, [], { prepare: true });
	return Object.fromEntries(rows.map(({ name, holds }) => [name, holds]));
}

/**
 * The next transaction number of the cluster that would be given out. Whoever writes is given one, also one who takes it back: where
 * it stands still, nothing was written, and nobody need look further.
 */
export async function nextTransaction(): Promise<string> {
	const [row] = await rawSql()<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`;
	return row?.next ?? "";
}

let statement: string | undefined;

async function writeStatement(): Promise<string> {
	const tables = await rawSql()<{ name: string }[]>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
	return tables
		.map(
			({ name }) =>
				`select '${name}' as name, count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as holds from ${name}`,
		)
		.join(" union all ");
}
