import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { lockInvoice } from "./begin-payment";
import { makeOverdue } from "./settle-payment";

/** The transfer for an invoice has not come in time. `wait`: a payment is under way, and what comes of it is not known yet. */
export async function markOverdue(
	ctx: Ctx,
	{ invoiceId }: { invoiceId: InvoiceId },
): Promise<{ next: "wait" | "go on" }> {
	return withTransaction(ctx, async (tx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		if (invoice.status === "collecting") return { next: "wait" };
		if (invoice.status === "issued") await makeOverdue(tx, invoice);
		return { next: "go on" };
	});
}
