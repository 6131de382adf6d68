import type { EventData } from "@/server/events/catalog/_define";
import type { bonusGranted, invoiceIssued } from "@/server/events/catalog/billing";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { findClient, findWorker } from "../queries/find-facts";
import { type Queued, queueMessages } from "./queue-messages";

/** Tells the client what the week comes to. */
export async function tellOfInvoice(ctx: Ctx, invoice: EventData<typeof invoiceIssued>): Promise<Queued> {
	const { invoiceId, clientId, number, total, lineCount } = invoice;
	const told = { invoiceId, number, total: fromWire(total), lineCount };
	return queueMessages(ctx, {
		...{ fact: `invoice.issued:${invoiceId}`, orderId: null },
		letters: [{ to: await findClient(ctx, clientId), mail: "invoice-issued", told }],
	});
}

/** Tells the worker of something extra, and what it is for. */
export async function tellOfBonus(ctx: Ctx, bonus: EventData<typeof bonusGranted>): Promise<Queued> {
	const { bonusId, workerId, amount, reason } = bonus;
	return queueMessages(ctx, {
		...{ fact: `bonus.granted:${bonusId}`, orderId: null },
		letters: [
			{ to: await findWorker(ctx, workerId), mail: "bonus-granted", told: { amount: fromWire(amount), reason } },
		],
	});
}
