import { transferEvents } from "@/db/schema/billing-transfers";
import type { TransferId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** Puts on record what was said or heard about a transfer. */
export async function noteTransfer(
	ctx: Ctx,
	transferId: TransferId,
	what: typeof transferEvents.$inferSelect.what,
	note = "",
): Promise<void> {
	await ctx.db.insert(transferEvents).values({ transferId, what, note: note.slice(0, 500), at: ctx.clock.now() });
}
