import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { fromCursor, type KeyKind, toCursor } from "@/server/kernel/list";

type Asked<Sort extends string> = { sort: Sort; order: "asc" | "desc"; after?: string; before?: string; limit: number };
type Keys<Sort extends string> = Record<Sort, readonly (PgColumn | SQL)[]>;

/** The part of a list to read: every query selects `key` and takes the rest over as it is. */
export type Part = { key: SQL<unknown[]>; where: SQL | undefined; orderBy: SQL[]; limit: number };

export type ListPage<Row> = {
	rows: Row[];
	/** The cursors of the pages around it, null where there is none. */
	after: string | null;
	before: string | null;
};

const casts: Record<KeyKind, SQL> = {
	instant: sql`::timestamptz`,
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
export const MOST_COUNTED = 10_000;

/** How many there are, as far as was counted: `more` says that there are more than `count`. */
export type Counted = { count: number; more: boolean };

/** From a query that gives at most one row more than are counted. */
export const counted = (rows: number): Counted => ({ count: Math.min(rows, MOST_COUNTED), more: rows > MOST_COUNTED });
