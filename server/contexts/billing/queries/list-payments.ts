import { asc, eq } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** Every attempt to collect an invoice, as its client may see it; the caller has seen to whose it is. */
export async function listPayments(ctx: Ctx, invoiceId: InvoiceId) {
	const rows = await ctx.db
		.select()
		.from(payments)
		.where(eq(payments.invoiceId, invoiceId))
		.orderBy(asc(payments.attempt));
	return rows.map(({ id, kind, asked, amount, chargedBack, state, reason, begunAt, settledAt }) => ({
		...{ paymentId: id, kind, asked, amount, chargedBack, state, begunAt, settledAt },
		reason: reason && reasonFor(reason),
	}));
}

/** A client is told what a client can mend. Of a stolen card, or of our own faults, the service's code says more than is for them. */
const reasonFor = (code: string) => TOLD.find((told) => told === code) ?? "other";
const TOLD = ["insufficient_funds", "expired_card"] as const;
