import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema/billing-invoices";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { findCard } from "../queries/find-method";
import { beginPayment, isContradicted, lockInvoice } from "./begin-payment";
import { makeOverdue } from "./settle-payment";

/** `left` is how many retries follow this one. */
type Retry = { invoiceId: InvoiceId; left: number };

/**
 * Charges the card again for an invoice whose collection failed. Who has no card any more is overdue when no retry is left.
 * Retrying again does nothing. `wait`: what came, or comes, of a payment is not known.
 */
export async function retryCollection(ctx: Ctx, { invoiceId, left }: Retry): Promise<{ next: "wait" | "go on" }> {
	return withTransaction(ctx, async (tx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		const { status, retriesLeft } = invoice;
		if (status === "paid" || status === "overdue" || retriesLeft === null || retriesLeft <= left) {
			return { next: "go on" };
		}
		if (status === "collecting" || (await isContradicted(tx, invoiceId))) return { next: "wait" };
		const method = await findCard(tx, invoice.clientId);
		if (!method && left === 0) await makeOverdue(tx, invoice);
		else await tx.db.update(invoices).set({ retriesLeft: left }).where(eq(invoices.id, invoiceId));
		if (method) await beginPayment(tx, { ...invoice, retriesLeft: left }, { method, asked: "retry" });
		return { next: "go on" };
	});
}
