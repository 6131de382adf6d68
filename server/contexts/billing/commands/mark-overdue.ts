import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { findCard } from "../queries/find-method";
import { beginPayment, lockInvoice } from "./begin-payment";
import { makeOverdue } from "./settle-payment";

/**
 * The transfer for an invoice has not come in time. Who has chosen a card meanwhile is charged, and overdue only when that
 * fails. `wait`: a payment is under way, and what comes of it is not known yet.
 */
export async function markOverdue(
	ctx: Ctx,
	{ invoiceId }: { invoiceId: InvoiceId },
): Promise<{ next: "wait" | "go on" }> {
	return withTransaction(ctx, async (tx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		if (invoice.status === "collecting") return { next: "wait" };
		if (invoice.status !== "issued") return { next: "go on" };
		const method = await findCard(tx, invoice.clientId);
		if (method) await beginPayment(tx, invoice, { method, asked: "collection" });
		else await makeOverdue(tx, invoice);
		return { next: "go on" };
	});
}
