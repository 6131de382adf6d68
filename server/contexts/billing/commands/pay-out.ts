import { NotYet } from "@/server/kernel/errors";
import type { PayoutId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandHouse } from "./demand-house";
import { lockPayout, openTransfer } from "./open-transfer";

/** Has a payout that was just issued transferred. Without an account to transfer it to it stays issued, and waits. */
export async function payOut(ctx: Ctx, { payoutId }: { payoutId: PayoutId }): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const payout = await lockPayout(tx, payoutId);
		if (!payout) throw new NotYet(`payout ${payoutId}`);
		if (payout.status === "issued") await openTransfer(tx, payout);
	});
}
