import type { z } from "zod";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { PayoutId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { billingRefusals, type retryPayoutInput } from "../contracts";
import { lockPayout, openTransfer } from "./open-transfer";

/** A manager has a payout transferred that Gold Hat rejected, or that has waited for an account. To the account of today. */
export async function retryPayout(ctx: Ctx, input: z.output<typeof retryPayoutInput>): Promise<{ payoutId: PayoutId }> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { idempotencyKey: key, payoutId, reason } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.retry-payout", key, input }, async () => {
			const payout = await lockPayout(tx, payoutId);
			if (!payout) throw commonRefusals.because("not_found");
			const { status } = payout;
			if (status !== "rejected" && status !== "issued") throw billingRefusals.because("nothing_to_send");
			const hindrance = await openTransfer(tx, payout);
			if (hindrance) throw billingRefusals.because(hindrance);
			await audit(tx, {
				...{ action: "billing.retry-payout", subject: `payout:${payoutId}`, reason },
				...{ before: { status }, after: { status: "sending" } },
			});
			return { payoutId };
		}),
	);
}
