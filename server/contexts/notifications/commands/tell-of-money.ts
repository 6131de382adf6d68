import type { EventData } from "@/server/events/catalog/_define";
import type { bonusGranted, invoiceIssued, payoutPaid, payoutRejected } from "@/server/events/catalog/billing";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { findClient, findManagers, findWorker } from "../queries/find-facts";
import { type Letter, type Queued, queueMessages } from "./queue-messages";

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

/** Tells the worker that the month is paid. */
export async function tellOfPayout(ctx: Ctx, payout: EventData<typeof payoutPaid>): Promise<Queued> {
	const { payoutId, workerId, number, month, amount } = payout;
	const told = { number, month, amount: fromWire(amount) };
	return queueMessages(ctx, {
		...{ fact: `payout.paid:${payoutId}`, orderId: null },
		letters: [{ to: await findWorker(ctx, workerId), mail: "payout-paid", told }],
	});
}

/** Tells worker and managers that a transfer came to nothing, once for each try. */
export async function tellOfRejection(ctx: Ctx, rejected: EventData<typeof payoutRejected>): Promise<Queued> {
	const { transferId, payoutId, workerId, number, month, amount, reason } = rejected;
	const worker = await findWorker(ctx, workerId);
	const told = { payoutId, number, month, amount: fromWire(amount), reason };
	return queueMessages(ctx, {
		...{ fact: `payout.rejected:${transferId}`, orderId: null },
		letters: [
			{ to: worker, mail: "payout-rejected", told },
			...(await findManagers(ctx)).map(
				(to): Letter => ({ to, mail: "payout-rejected-office", told: { ...told, workerName: worker.name } }),
			),
		],
	});
}
