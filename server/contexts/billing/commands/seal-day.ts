import { sql } from "drizzle-orm";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { contentOfDay, digestOfTransaction, hashOfSeal } from "../ledger/seals";

/**
 * Seals a business date that is closed: what each of its transactions looks like, and over all of them and the seal of the day
 * before one hash. Nobody waits for it, for nothing is booked on a closed day. Sealing again does nothing.
 */
export async function sealDay(ctx: Ctx, { day }: { day: string }): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const date = sql`${day}::date`;
		const sealed = await tx.db.execute<{ day: string }>(sql`
			with sealed as materialized (
				select t.id as transaction_id, ${digestOfTransaction} as digest
				from billing.ledger_transactions t where t.business_date = ${date}
			), content as (
				select count(*) as count, ${contentOfDay} as hash from sealed
			), seal as (
				insert into billing.seals (day, previous, hash, transaction_count, sealed_at)
				select closed.day, before.hash, ${hashOfSeal(sql`closed.day`, sql`before.hash`, sql`content.count`, sql`content.hash`)},
					content.count, ${tx.clock.now().toISOString()}::timestamptz
				from billing.closed_days closed cross join content
				left join billing.seals before on before.day = closed.day - 1
				where closed.day = ${date}
				on conflict do nothing returning day
			), kept as (
				insert into billing.sealed_transactions (transaction_id, day, digest)
				select sealed.transaction_id, seal.day, sealed.digest from sealed, seal
			)
			select day from seal`);
		if (sealed.length > 0) await announce(tx, { context: "billing", subject: `seal:${day}`, audiences: [] });
	});
}
