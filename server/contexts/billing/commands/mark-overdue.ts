import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { findCard } from "../queries/find-method";
import { beginPayment, isContradicted, lockInvoice } from "./begin-payment";
import { makeOverdue } from "./settle-payment";

/**
 * The transfer for an invoice has not come in time. Who has chosen a card meanwhile is charged, and overdue only when that
 * fails. `wait`: what came, or comes, of a payment is not known.
 */
export async function markOverdue(
	ctx: Ctx,
	{ invoiceId }: { invoiceId: InvoiceId },
): Promise<{ next: "wait" | "go on" }> {
	return withTransaction(ctx, async (tx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		if (invoice.status === "collecting") return { next: "wait" };
		if (invoice.status !== "issued") return { next: "go on" };
		if (await isContradicted(tx, invoiceId)) return { next: "wait" };
		const method = await findCard(tx, invoice.clientId);
		if (method) await beginPayment(tx, invoice, { method, asked: "collection" });
		else await makeOverdue(tx, invoice);
		return { next: "go on" };
	});
}
