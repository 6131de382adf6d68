import { type Column, type GetColumnData, type SQL, sql } from "drizzle-orm";
import type { Database } from "./client";

type Columns = Record<string, Column>;
type Values<Given extends Columns> = { [Name in keyof Given]: GetColumnData<Given[Name]> };
type Places<Given extends Columns> = { [Name in keyof Given]: SQL };
type Prepared<Result> = { execute(values: Record<string, unknown>): Promise<Result> };

/**
 * A query that is built once, and from then on run with other values, on the pool or within any transaction: for Drizzle,
 * building costs several times what running does. Each value is named with the column whose type it has.
 */
export function prepared<Given extends Columns, Result>(
	given: Given,
	build: (db: Database, places: Places<Given>) => { prepare(name: string): Prepared<Result> },
): (db: Database, values: Values<Given>) => Promise<Result> {
	const places = Object.fromEntries(Object.entries(given).map(([name, column]) => [name, placeFor(name, column)]));
	let built: Prepared<Result> | undefined;
	return (db, values) => {
		built ??= build(db, places as Places<Given>).prepare("");
		return on(db, built).execute(values);
	};
}

function placeFor(name: string, column: Column): SQL {
	const encoder = {
		mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
	};
	return sql`${sql.param(sql.placeholder(name), encoder)}`;
}

/** What Drizzle has built on one connection, on another: a prepared query knows its own by this one field. */
const on = <Query extends object>({ _: { session } }: Database, query: Query): Query =>
	Object.create(query, { client: { value: Reflect.get(session, "client") } });
