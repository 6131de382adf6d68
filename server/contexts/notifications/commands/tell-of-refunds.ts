import type { EventData } from "@/server/events/catalog/_define";
import type {
	creditGranted,
	disputeNoted,
	refundFailed,
	refundPaid,
} from "@/server/events/catalog/billing-collections";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { findClient, findManagers } from "../queries/find-facts";
import { type Queued, queueMessages } from "./queue-messages";

/** Tells the client that something was waived, why, and where it shows. */
export async function tellOfWaiver(ctx: Ctx, credit: EventData<typeof creditGranted>): Promise<Queued> {
	const { orderId, orderNumber, amount, reason, way, invoiceId, number } = credit;
	const invoice = invoiceId && number ? { invoiceId, number } : null;
	const told = { orderId, orderNumber, amount: fromWire(amount), reason, way, invoice };
	return queueMessages(ctx, {
		...{ fact: `credit.granted:${credit.creditNoteId}`, orderId: null },
		letters: [{ to: await findClient(ctx, credit.clientId), mail: "charge-waived", told }],
	});
}

/** Tells the client that money went back. */
export async function tellOfRefund(ctx: Ctx, refund: EventData<typeof refundPaid>): Promise<Queued> {
	return queueMessages(ctx, {
		...{ fact: `refund.paid:${refund.refundId}`, orderId: null },
		letters: [{ to: await findClient(ctx, refund.clientId), mail: "refund-paid", told: factsOf(refund) }],
	});
}

/** Tells the client that money could not go back, and lowers the next invoice instead. */
export async function tellOfFailedRefund(ctx: Ctx, refund: EventData<typeof refundFailed>): Promise<Queued> {
	return queueMessages(ctx, {
		...{ fact: `refund.failed:${refund.refundId}`, orderId: null },
		letters: [{ to: await findClient(ctx, refund.clientId), mail: "refund-failed", told: factsOf(refund) }],
	});
}

const factsOf = ({ invoiceId, number, amount, by }: EventData<typeof refundPaid>) => ({
	...{ invoiceId, number, amount: fromWire(amount), by },
});

/** Tells the managers that a client's bank demands a payment back; what it comes to they see in the office. */
export async function tellOfDispute(ctx: Ctx, dispute: EventData<typeof disputeNoted>): Promise<Queued> {
	if (dispute.outcome !== "open") return { messageIds: [] };
	const { invoiceId, number, amount } = dispute;
	const told = { invoiceId, number, amount: fromWire(amount) };
	const managers = await findManagers(ctx);
	return queueMessages(ctx, {
		...{ fact: `dispute.noted:${dispute.disputeId}`, orderId: null },
		letters: managers.map((to) => ({ to, mail: "payment-disputed-office", told }) as const),
	});
}
