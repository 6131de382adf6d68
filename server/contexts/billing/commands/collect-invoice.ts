import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema/billing-invoices";
import { daysLater } from "@/server/kernel/calendar";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { findCard } from "../queries/find-method";
import { announceInvoice, beginPayment, isContradicted, lockInvoice } from "./begin-payment";

/** What is left to do about an invoice for whoever follows it. */
type Next =
	| { next: "go on" }
	/** What came, or comes, of a payment is not known. */
	| { next: "wait" }
	/** A transfer is awaited until then. */
	| { next: "transfer"; until: string };

/**
 * Begins to collect an invoice that has just been issued, through the method that its client has chosen: a card is
 * charged, a transfer is awaited. Collecting again does nothing.
 */
export async function collectInvoice(ctx: Ctx, { invoiceId }: { invoiceId: InvoiceId }): Promise<Next> {
	return withTransaction(ctx, async (tx) => {
		const invoice = await lockInvoice(tx, invoiceId);
		if (invoice.status === "collecting" && invoice.collectedBy === null) return { next: "wait" };
		if (invoice.status !== "issued") return { next: "go on" };
		const method = await findCard(tx, invoice.clientId);
		if (method && invoice.collectedBy === null) {
			if (await isContradicted(tx, invoiceId)) return { next: "wait" };
			await beginPayment(tx, invoice, { method, asked: "collection" });
			return { next: "go on" };
		}
		if (invoice.collectedBy === null) {
			await tx.db.update(invoices).set({ collectedBy: "transfer" }).where(eq(invoices.id, invoiceId));
			await announceInvoice(tx, invoice);
		}
		const { timeZone } = await policyInForce(tx, "money");
		const { transferDueDays } = await policyInForce(tx, "collections", invoice.issuedAt);
		return { next: "transfer", until: daysLater(invoice.issuedAt, transferDueDays, timeZone).toISOString() };
	});
}
