import { and, asc, desc, getTableName, type SQL, Subquery, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { fromCursor, type KeyKind, toCursor } from "@/server/kernel/list";
import type { Ctx } from "./context";

type Asked<Sort extends string> = { sort: Sort; order: "asc" | "desc"; after?: string; before?: string; limit: number };
type Keys<Sort extends string> = Record<Sort, readonly (PgColumn | SQL)[]>;

/** The part of a list to read: every query selects `key` and takes the rest over as it is. */
type Part = { key: SQL<unknown[]>; where: SQL | undefined; orderBy: SQL[]; limit: number };

/** So many rows along the order of the list are looked through before what is left is gathered another way. */
const WALK = 2000;

/**
 * Two ways to read a part of a table when some filters have no index in the order of the list, such as a search. Only how thick
 * what they leave lies says which is the fast one, and the planner can't know: words that are frequent may never meet.
 * Walking looks through the next rows in order and is done when they fill the page. Gathering takes all that the filters
 * leave by their own indexes, which are few where the walk found little, and sorts them.
 */
export async function walkOrGather<Row>(
	tables: Aliased,
	{ where, orderBy, limit }: Pick<Part, "where" | "orderBy" | "limit">,
	{ served, rest }: Served,
	read: (source: Subquery, where: SQL | undefined) => Promise<Row[]>,
	walk = WALK,
): Promise<Row[]> {
	const order = sql.join(orderBy, sql`, `);
	const walked = await read(part(tables, and(served, where), sql`order by ${order} limit ${walk}`), rest);
	if (walked.length >= limit) return walked;
	return read(part(tables, and(served, where, rest), sql`offset 0`), undefined);
}

/** A table, and the alias by which all filters, keys and columns of the list name it. */
type Aliased = { table: PgTable; alias: PgTable };

/** Rows of a table under its alias; `tail` keeps the planner from mixing it with what stands outside. */
function part({ table, alias }: Aliased, where: SQL | undefined, tail: SQL): Subquery {
	const name = getTableName(alias);
	const rows = sql`select * from ${table} as ${sql.identifier(name)} where ${where ?? sql`true`} ${tail}`;
	return new Subquery(rows, {}, name);
}

/** Filters that an index serves in the order of the list, and the others. */
type Served = { served: SQL | undefined; rest: SQL };

export type ListPage<Row> = {
	rows: Row[];
	/** The cursors of the pages around it, null where there is none. */
	after: string | null;
	before: string | null;
};

const casts: Record<KeyKind, SQL> = {
	instant: sql`::timestamptz`,
	day: sql`::date`,
	count: sql`::integer`,
	amount: sql`::bigint`,
	id: sql`::uuid`,
	text: sql`::text`,
};

/**
 * Reads one page of a list by key: rows beyond a place in the order of an index, so that a page costs the same wherever it
 * stands. PostgreSQL itself writes the key down, since a JavaScript date would lose the microseconds of an instant.
 */
export async function readPage<Sort extends string, Row extends { key: unknown[] }>(
	{ sorts }: { sorts: Record<Sort, readonly KeyKind[]> },
	asked: Asked<Sort>,
	keys: Keys<Sort>,
	read: (part: Part) => Promise<Row[]>,
): Promise<ListPage<Omit<Row, "key">>> {
	const columns = keys[asked.sort];
	const back = asked.before !== undefined;
	const cursor = asked.before ?? asked.after;
	const up = (asked.order === "asc") !== back;
	const rows = await read({
		key: sql<unknown[]>`jsonb_build_array(${sql.join([...columns], sql`, `)})`,
		where: cursor === undefined ? undefined : beyond(columns, sorts[asked.sort], cursor, up),
		orderBy: columns.map((column) => (up ? asc(column) : desc(column))),
		limit: asked.limit + 1,
	});
	const more = rows.length > asked.limit;
	// On the way back the first page is shown whole, also when fewer rows are left before the place.
	if (back && !more) return readPage({ sorts }, { ...asked, before: undefined, after: undefined }, keys, read);
	const page = rows.slice(0, asked.limit);
	if (back) page.reverse();
	const at = (row: Row | undefined) => (row ? toCursor(row.key) : null);
	return {
		rows: page.map(({ key: _key, ...row }) => row),
		after: back || more ? at(page.at(-1)) : null,
		before: cursor === undefined ? null : at(page[0]),
	};
}

function beyond(columns: readonly (PgColumn | SQL)[], kinds: readonly KeyKind[], cursor: string, up: boolean): SQL {
	const values = fromCursor(cursor, kinds);
	if (!values) throw new RangeError("a cursor that the list's input has let through does not fit the list");
	const place = values.map((value, index) => sql`${value}${casts[kinds[index] ?? "text"]}`);
	return sql`(${sql.join([...columns], sql`, `)}) ${sql.raw(up ? ">" : "<")} (${sql.join(place, sql`, `)})`;
}

/** Nobody needs to know more exactly how many there are, and counting all of a million takes its time. */
const MOST_COUNTED = 10_000;

/** How many there are, as far as was counted: `more` says that there are more than `count`. */
export type Counted = { count: number; more: boolean };

/** Counts the rows of a list as its filters leave them. */
export async function countRows(
	ctx: Ctx,
	from: PgTable | Subquery,
	where: SQL | undefined,
	most = MOST_COUNTED,
): Promise<Counted> {
	const some = ctx.db
		.select({ one: sql`1`.as("one") })
		.from(from)
		.where(where)
		.limit(most + 1)
		.as("some");
	const [row] = await ctx.db.select({ count: sql<number>`count(*)::integer` }).from(some);
	const count = row?.count ?? 0;
	return { count: Math.min(count, most), more: count > most };
}

/** Where a search lies thick, more than this is not worth counting; where it lies thin, all of it is gathered. */
const MOST_SEARCHED = 1000;
const THICK = 50;

/** Counts what a search leaves; see `walkOrGather`. `orderBy` is an order in which `served` is read by an index. */
export async function countSearched(
	ctx: Ctx,
	tables: Aliased,
	{ served, rest }: Served,
	orderBy: SQL,
	walk = WALK,
): Promise<Counted> {
	const near = await countRows(ctx, part(tables, served, sql`order by ${orderBy} limit ${walk}`), rest, THICK);
	if (near.more) return countRows(ctx, tables.alias, and(served, rest), MOST_SEARCHED);
	return countRows(ctx, part(tables, and(served, rest), sql`offset 0`), undefined, MOST_SEARCHED);
}
