import { sql } from "drizzle-orm";

/** What two managers have found out about something of which its service contradicts itself: the newest of each. */
export const rulings = sql`(
	select distinct on (subject) subject, became, last_word from billing.approvals
	where kind = 'ruling' and status = 'approved' order by subject, last_word desc
)`;

/** Of statements `s`: what was said last is another amount than was asked for. */
export const lastWordIsOtherAmount = sql`coalesce((
	array_agg(s.state = 'succeeded' and not s.as_asked order by s.id desc) filter (where s.state <> 'pending')
)[1], false)`;
