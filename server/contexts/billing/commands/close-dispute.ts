import { eq } from "drizzle-orm";
import type { z } from "zod";
import { payments } from "@/db/schema/billing-collections";
import { disputes } from "@/db/schema/billing-refunds";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { billingRefusals, type closeDisputeInput } from "../contracts";
import { demandManager } from "../domain/ownership";
import { announceInvoice, demandAnothersInvoice, lockInvoice } from "./begin-payment";

/** A manager has dealt with a dispute that was lost, and says how. Until then it stays before the managers. */
export async function closeDispute(ctx: Ctx, { disputeId, reason }: z.output<typeof closeDisputeInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const mine = eq(disputes.id, disputeId);
		const [dispute] = await tx.db.select().from(disputes).where(mine).for("update");
		if (!dispute) throw commonRefusals.because("not_found");
		const [payment] = await tx.db.select().from(payments).where(eq(payments.id, dispute.paymentId));
		if (!payment) throw commonRefusals.because("not_found");
		demandAnothersInvoice(tx.actor, payment.clientId);
		if (dispute.closedAt) throw billingRefusals.because("already_decided");
		if (dispute.outcome === "open") throw billingRefusals.because("dispute_open");
		const closed = { closedBy: actorRef(tx.actor), closedAt: tx.clock.now(), closingWords: reason };
		await tx.db.update(disputes).set(closed).where(mine);
		await audit(tx, {
			...{ action: "billing.close-dispute", subject: `payment:${payment.id}`, reason },
			after: { disputeId, outcome: dispute.outcome },
		});
		await announceInvoice(tx, await lockInvoice(tx, payment.invoiceId));
	});
}
