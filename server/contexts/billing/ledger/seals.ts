import { type SQL, sql } from "drizzle-orm";

const json = (...values: SQL[]): SQL =>
	sql`sha256(convert_to(jsonb_build_array(${sql.join(values, sql`, `)})::text, 'UTF8'))`;
const micros = (instant: SQL): SQL => sql`(extract(epoch from ${instant}) * 1000000)::bigint`;
const hex = (bytes: SQL): SQL => sql`encode(${bytes}, 'hex')`;

/**
 * The canonical form of a transaction `t`, hashed: every column of it, and of its postings and their accounts, as a JSON array
 * that no setting of the session changes. Another form would need another name and a rule from which day on it holds.
 */
export const digestOfTransaction: SQL = json(
	sql`'mcf-transaction-1'`,
	sql`t.id, t.idempotency_key, t.fingerprint, t.kind, to_char(t.business_date, 'YYYY-MM-DD')`,
	micros(sql`t.at`),
	micros(sql`t.recorded_at`),
	sql`t.reason, t.cause, t.actor, t.order_id, t.posting_count, t.reverses`,
	sql`(
		select jsonb_agg(jsonb_build_array(p.line, p.account_id, a.kind, a.owner_id, p.amount) order by p.line)
		from billing.ledger_postings p left join billing.ledger_accounts a on a.id = p.account_id
		where p.transaction_id = t.id
	)`,
);

/** What a day's transactions looked like, as one hash: their digests by number. To be selected from rows of `transaction_id, digest`. */
export const contentOfDay: SQL = sql`sha256(coalesce(string_agg(digest, ''::bytea order by transaction_id), ''::bytea))`;

/** The hash that a seal bears: over its day, the seal before it, how many transactions there are, and what they looked like. */
export const hashOfSeal = (day: SQL, previous: SQL, count: SQL, content: SQL): SQL =>
	json(sql`'mcf-seal-1', to_char(${day}, 'YYYY-MM-DD')`, hex(previous), count, hex(content));
