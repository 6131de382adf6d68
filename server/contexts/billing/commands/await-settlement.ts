import { unsettledItems } from "@/db/schema/billing-payouts";
import type { TxCtx } from "@/server/platform/context";

type Item = Omit<typeof unsettledItems.$inferSelect, "postedAt">;

/** Puts a transaction that stands on a worker's account among what the next payout settles. */
export async function awaitSettlement(tx: TxCtx, item: Item): Promise<void> {
	await tx.db.insert(unsettledItems).values({ ...item, postedAt: tx.clock.now() });
}
