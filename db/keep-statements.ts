import type postgres from "postgres";

/** Longer ones list many values, and each length is a statement of its own: kept, they would pile up in the server. */
const LONGEST_KEPT = 4000;

type Work = (tx: postgres.TransactionSql) => unknown;

/**
 * Makes PostgreSQL keep the statements that come through a client, on each connection. Drizzle has every one parsed and planned
 * anew, which costs a second turn to the server each time.
 */
export function keepStatements<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
	return new Proxy(client, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== "function") return member;
			if (name === "unsafe") {
				return (text: string, values?: unknown[], options?: postgres.UnsafeQueryOptions) =>
					member(text, values, { ...options, prepare: text.length <= LONGEST_KEPT });
			}
			if (name === "begin" || name === "savepoint")
				return (work: Work) => member((tx: postgres.TransactionSql) => work(keepStatements(tx)));
			return member;
		},
	});
}
