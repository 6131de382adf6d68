import { or, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Three signs make the first trigram within a word; less is looked for only where a word begins. */
const WITHIN = 3;

/** Whether a text holds what was searched. `text` is the expression that the trigram index is on. */
export function containing(text: SQLWrapper, search: string): SQL | undefined {
	const literal = search.replace(/[\\%_]/g, "\\$&");
	if (search.length >= WITHIN) return sql`${text} ilike ${`%${literal}%`}`;
	return or(sql`${text} ilike ${`${literal}%`}`, sql`${text} ilike ${`% ${literal}%`}`);
}
