import { rawSql } from "@/db/client";
import { days } from "@/server/kernel/clock";
import type { Happened } from "./act";

type Row = Happened & { sequence: string };

/** A transaction that began earlier may commit later: so many facts before the last one are looked at again. */
const LOOK_BACK = 400;
const STILL_OF_INTEREST_MS = days(3);

/** Hears the facts of some names once each, in about the order in which they happened. */
export function hearer(names: readonly string[]) {
	const heard = new Set<string>();
	let last = 0n;

	function newOnes(rows: readonly Row[]): Happened[] {
		const fresh = rows.filter(({ sequence }) => !heard.has(sequence));
		for (const { sequence } of fresh) {
			heard.add(sequence);
			if (BigInt(sequence) > last) last = BigInt(sequence);
		}
		return fresh;
	}

	return {
		/** All that happened to orders which have not ended yet, or have a short while ago; and from then on only what is new. */
		async beginAt(now: Date): Promise<Happened[]> {
			const since = new Date(now.getTime() - STILL_OF_INTEREST_MS);
			const rows = await rawSql()<Row[]>`
				with over as (
					select data->>'orderId' as id from events.outbox
					where name in ('execution/job.completed', 'execution/job.failed', 'execution/job.cancelled')
						and occurred_at < ${since})
				select sequence, name, data, occurred_at as at from events.outbox
				where name = any(${[...names]}) and data ? 'orderId' and data->>'orderId' not in (select id from over)
				order by sequence`;
			const [end] = await rawSql()<{ last: string }[]>`select coalesce(max(sequence), 0) as last from events.outbox`;
			last = BigInt(end?.last ?? 0);
			return newOnes(rows);
		},
		async news(): Promise<Happened[]> {
			const from = last > BigInt(LOOK_BACK) ? last - BigInt(LOOK_BACK) : 0n;
			return newOnes(
				await rawSql()<Row[]>`
					select sequence, name, data, occurred_at as at from events.outbox
					where sequence > ${from.toString()} and name = any(${[...names]}) order by sequence`,
			);
		},
	};
}
