import type postgres from "postgres";

/** What belongs to a server and not to the company: who runs, what screens are to hear of, how its clock differs. */
const NOT_THE_COMPANYS = [
	"engine.instances",
	"platform.business_clock",
	"platform.live_changes",
	"platform.live_retention",
];

type Table = { name: string; columns: string };

/** The tables that hold the company, and the columns that are written and not computed. */
export async function tablesOf(tx: postgres.TransactionSql): Promise<Table[]> {
	const tables = await tx<Table[]>`
		select format('%I.%I', table_schema, table_name) as name,
			string_agg(format('%I', column_name), ', ' order by ordinal_position) as columns
		from information_schema.columns join information_schema.tables using (table_schema, table_name)
		where table_type = 'BASE TABLE' and is_generated = 'NEVER'
			and table_schema not in ('pg_catalog', 'information_schema', 'drizzle')
		group by 1 order by 1`;
	return tables.filter(({ name }) => !NOT_THE_COMPANYS.includes(name));
}
