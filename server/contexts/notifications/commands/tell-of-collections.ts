import type { EventData } from "@/server/events/catalog/_define";
import type { collectionFailed, invoiceOverdue, invoicePaid } from "@/server/events/catalog/billing-collections";
import { fromWire, type MoneyWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { findClient } from "../queries/find-facts";
import { type Queued, queueMessages } from "./queue-messages";

/** Thanks the client for a payment. */
export async function tellOfPayment(ctx: Ctx, invoice: EventData<typeof invoicePaid>): Promise<Queued> {
	const letter = { mail: "invoice-paid", told: { ...facts(invoice), by: invoice.by } } as const;
	return queueMessages(ctx, {
		...{ fact: `invoice.paid:${invoice.paymentId ?? invoice.invoiceId}`, orderId: null },
		letters: [{ to: await findClient(ctx, invoice.clientId), ...letter }],
	});
}

/** Tells the client that the card was refused, and when it is tried again. After the last try that it is overdue says it all. */
export async function tellOfFailedCollection(ctx: Ctx, failed: EventData<typeof collectionFailed>): Promise<Queued> {
	const [next] = failed.retriesAt;
	if (!next) return { messageIds: [] };
	const letter = { mail: "collection-failed", told: { ...facts(failed), nextAt: new Date(next) } } as const;
	return queueMessages(ctx, {
		...{ fact: `invoice.collection-failed:${failed.paymentId}`, orderId: null },
		letters: [{ to: await findClient(ctx, failed.clientId), ...letter }],
	});
}

/** Tells the client that there are no new orders until the invoice is paid, and how to pay it. */
export async function tellOfOverdue(ctx: Ctx, invoice: EventData<typeof invoiceOverdue>): Promise<Queued> {
	const { again } = invoice;
	const told = { ...facts(invoice), ...(again && { why: again.why }) };
	return queueMessages(ctx, {
		...{ fact: `invoice.overdue:${again?.what ?? invoice.invoiceId}`, orderId: null },
		letters: [{ to: await findClient(ctx, invoice.clientId), mail: "invoice-overdue", told }],
	});
}

const facts = ({ invoiceId, number, amount }: { invoiceId: string; number: string; amount: MoneyWire }) => ({
	...{ invoiceId, number, amount: fromWire(amount) },
});
