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
 * Counts from now on who writes to this database, also one who takes it back: while `writesSoFar` stands still nothing was written,
 * and nobody need look further. A transaction number would be the whole cluster's, which other tests use at the same time.
 */
export async function countWrites(): Promise<void> {
	const tables = await allTables();
	await rawSql().unsafe(`
		create sequence public.writes;
		create function public.count_write() returns trigger language plpgsql as $$ begin perform nextval('public.writes'); return null; end $$;
		${tables.map((name) => `create trigger count_writes after insert or update or delete on ${name} for each statement execute function public.count_write();`).join("\n")}`);
}

/** Refused before `countWrites`. */
export async function writesSoFar(): Promise<string> {
	const [row] = await rawSql()<{ last: string }[]>`select last_value || '/' || is_called as last from public.writes`;
	return row?.last ?? "";
}

let statement: string | undefined;

async function writeStatement(): Promise<string> {
	return (await allTables())
		.map(
			(name) =>
				`select '${name}' as name, count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as holds from ${name}`,
		)
		.join(" union all ");
}

async function allTables(): Promise<string[]> {
	const tables = await rawSql()<{ name: string }[]>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
	return tables.map(({ name }) => name);
}
