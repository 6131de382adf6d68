import type postgres from "postgres";

/** Schemas that are not ours. */
const FOREIGN = ["pg_catalog", "information_schema", "pg_toast", "drizzle", "public"];

const rules = {
	"no foreign key crosses schemas": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s -> %s', conrelid::regclass, confrelid::regclass) as found
		from pg_constraint
		join pg_class source on source.oid = conrelid
		join pg_class target on target.oid = confrelid
		where contype = 'f' and source.relnamespace <> target.relnamespace`,

	"no column is a float but a matching score": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s.%s', table_schema, table_name, column_name) as found
		from information_schema.columns
		where table_schema <> all(${FOREIGN}) and data_type in ('real', 'double precision', 'money')
			and not (table_schema = 'matching' and column_name = 'score')`,

	"every amount is a bigint": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s.%s', table_schema, table_name, column_name) as found
		from information_schema.columns
		where table_schema <> all(${FOREIGN}) and data_type <> 'bigint'
			and column_name ~ '(^|_)(price|amount|total|balance|stake)$'`,

	"every instant has its time zone": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s.%s', table_schema, table_name, column_name) as found
		from information_schema.columns
		where table_schema <> all(${FOREIGN}) and data_type = 'timestamp without time zone'`,

	"every foreign key is indexed": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s', conrelid::regclass, conname) as found
		from pg_constraint
		where contype = 'f' and not exists (
			select from pg_index
			where indrelid = conrelid and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
				and (indkey::int2[])[0:cardinality(conkey) - 1] <@ conkey)`,

	"every table has a primary key": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s', nspname, relname) as found
		from pg_class join pg_namespace on pg_namespace.oid = relnamespace
		where relkind = 'r' and nspname <> all(${FOREIGN})
			and not exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p')`,

	"tables are plural snake_case": (sql: postgres.Sql) => sql<{ found: string }[]>`
		select format('%s.%s', nspname, relname) as found
		from pg_class join pg_namespace on pg_namespace.oid = relnamespace
		where relkind = 'r' and nspname <> all(${FOREIGN}) and relname !~ '^[a-z]+(_[a-z]+)*(s|people)$'
			and (nspname, relname) not in (('events', 'outbox'), ('platform', 'business_clock'), ('platform', 'live_retention'))`,
} as const;

export type SchemaRule = keyof typeof rules;
export const schemaRules = Object.keys(rules) as SchemaRule[];

/** What breaks a rule in the schema of a live database, as PostgreSQL itself tells it. */
export const breaksOf = async (sql: postgres.Sql, rule: SchemaRule): Promise<string[]> =>
	(await rules[rule](sql)).map(({ found }) => found);
