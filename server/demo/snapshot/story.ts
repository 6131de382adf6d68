import type postgres from "postgres";

/** What happens about an order, its money and its people. What mails and kits follow is told by none of these. */
const TOLD_BY = ["hiring", "ordering", "execution", "billing"];

/**
 * What had happened in a company by a moment of business time, in words that know no ids and no time of day: a company that lives
 * through the same again has the same story, if nothing happens about that moment.
 */
export async function storyUntil(sql: postgres.Sql, until: Date): Promise<string[]> {
	const rows = await sql<{ line: string }[]>`
		select coalesce('order ' || o.number, to_char(e.occurred_at, 'YYYY-MM-DD')) || ' ' || e.name || ' x' || count(*) as line
		from events.outbox e left join ordering.orders o on o.id::text = e.data->>'orderId'
		where e.occurred_at < ${until} and e.replay_of is null and split_part(e.name, '/', 1) = any(${TOLD_BY})
		group by coalesce('order ' || o.number, to_char(e.occurred_at, 'YYYY-MM-DD')), e.name order by 1`;
	return rows.map(({ line }) => line);
}
