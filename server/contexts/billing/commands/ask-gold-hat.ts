import { and, eq, notInArray } from "drizzle-orm";
import { transfers } from "@/db/schema/billing-transfers";
import { system } from "@/server/kernel/actor";
import type { PayoutId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import { actingAs, type Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { goldHatSettings } from "../adapters/gold-hat";
import { billingRefusals } from "../contracts";
import { demandManager } from "../domain/ownership";
import { followTransfer } from "./follow-transfer";

/**
 * A manager wants to know now what has become of a transfer that is under way, however long we have left off asking. What Gold
 * Hat answers is taken as ever; one that was never sent is sent. Gives how it stands then.
 */
export async function askGoldHat(ctx: Ctx, { payoutId }: { payoutId: PayoutId }) {
	demandManager(ctx.actor);
	const [open] = await ctx.db
		.select({ transferId: transfers.id })
		.from(transfers)
		.where(and(eq(transfers.payoutId, payoutId), notInArray(transfers.status, ["completed", "rejected"])));
	if (!open) throw billingRefusals.because("nothing_under_way");
	if (!goldHatSettings()) throw billingRefusals.because("no_service");
	await withTransaction(ctx, (tx) =>
		audit(tx, { action: "billing.ask-gold-hat", subject: `payout:${payoutId}`, after: open }),
	);
	return followTransfer(actingAs(ctx, system("billing/ask-gold-hat")), open);
}
