import { and, eq, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { payments } from "@/db/schema/billing-collections";
import { disputes } from "@/db/schema/billing-refunds";
import { disputeNoted } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import { toWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { invoiceNumber } from "../domain/invoice";
import { announceInvoice, lockInvoice } from "./begin-payment";

/**
 * A client's bank demands back, through Stripe, what a payment has brought, or has decided about it. It is put on record and
 * before the managers; nothing is posted: who is right is not for the machine to say.
 */
export async function noteDispute(ctx: Ctx, paymentId: PaymentId, said: Stripe.Dispute): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [payment] = await tx.db.select().from(payments).where(eq(payments.id, paymentId));
		if (!payment) throw commonRefusals.because("not_found");
		// Whoever is about to give back what the payment has brought has done so before, or finds it disputed.
		const invoice = await lockInvoice(tx, payment.invoiceId);
		const outcome = outcomeOf(said.status);
		const now = tx.clock.now();
		const stated = { statedMinor: BigInt(said.amount), statedCurrency: said.currency, reason: said.reason };
		const heard = { ...stated, status: said.status, outcome, changedAt: now };
		const [before] = await tx.db.select().from(disputes).where(eq(disputes.id, said.id));
		await tx.db
			.insert(disputes)
			.values({ id: said.id, paymentId, ...heard, heardAt: now })
			.onConflictDoUpdate({
				target: disputes.id,
				set: heard,
				setWhere: and(eq(disputes.paymentId, paymentId), sql`${disputes.status} is distinct from ${said.status}`),
			});
		if (before?.outcome === outcome) return;
		await publish(tx, disputeNoted, {
			...{ disputeId: said.id, paymentId, invoiceId: invoice.id, clientId: invoice.clientId, outcome },
			...{ number: invoiceNumber(invoice.year, invoice.sequence), amount: toWire(payment.amount) },
		});
		await announceInvoice(tx, invoice);
	});
}

/** A warning that was closed never became a dispute. */
function outcomeOf(status: Stripe.Dispute.Status): "open" | "won" | "lost" {
	if (status === "lost") return "lost";
	return status === "won" || status === "warning_closed" || status === "prevented" ? "won" : "open";
}
