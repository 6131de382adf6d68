import { and, eq } from "drizzle-orm";
import { charges, endings, workerEntries } from "@/db/schema/billing";
import { creditNotes } from "@/db/schema/billing-credits";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { NotYet } from "@/server/kernel/errors";
import { negate, zero } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { billingRefusals } from "../contracts";
import { reverse } from "../ledger/reverse";
import { awaitSettlement } from "./await-settlement";
import { bookEnding, type Ending, recordEnding } from "./post-ending";

type Correction = { ending: Ending; earlier: Ending["outcome"] };

/**
 * Replaces an ending by the next one: takes back all that the one before posted, and posts what follows from the new one.
 * Correcting again under the same number does nothing. Throws NotYet when the ending before, or the terms, are not here.
 */
export async function correctEnding(ctx: Ctx, { ending, earlier }: Correction): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		if (!(await recordEnding(tx, ending))) return;
		await takeBack(tx, ending, earlier);
		await bookEnding(tx, ending);
	});
}

async function takeBack(tx: TxCtx, correction: Ending, earlier: Ending["outcome"]): Promise<void> {
	const { orderId, orderNumber, outcome } = correction;
	const number = correction.ending - 1;
	const [before] = await tx.db
		.select()
		.from(endings)
		.where(and(eq(endings.orderId, orderId), eq(endings.ending, number)));
	if (!before) throw new NotYet(`ending ${number} of order ${orderId}`);
	if (before.outcome !== earlier) throw billingRefusals.because("contradiction");
	const reason = `order ${orderNumber} corrected from ${earlier} to ${outcome}`;
	const undo = (transactionId: bigint) => reverse(tx, { key: `reversal:${transactionId}`, transactionId, reason });
	// Held, so that whoever waives it at this moment has done so before, or finds it taken back.
	const [charge] = await tx.db
		.select()
		.from(charges)
		.where(ofEnding(charges, orderId, number))
		.for("update");
	if (charge?.transactionId) await undo(charge.transactionId);
	const [entry] = await tx.db
		.select()
		.from(workerEntries)
		.where(ofEnding(workerEntries, orderId, number));
	if (entry?.transactionId) {
		const { workerId, kind, amount } = entry;
		const transactionId = await undo(entry.transactionId);
		await awaitSettlement(tx, { transactionId, workerId, kind, amount: negate(amount) });
	}
	await takeOffBill(tx, orderId, number);
	await takeWaiverBack(tx, orderId, number, reason);
}

/** What was waived of a charge that is taken back is taken back, too: else the client would have it twice. */
async function takeWaiverBack(tx: TxCtx, orderId: Ending["orderId"], ending: number, reason: string): Promise<void> {
	const [credit] = await tx.db
		.select()
		.from(creditNotes)
		.where(and(eq(creditNotes.orderId, orderId), eq(creditNotes.ending, ending)));
	if (!credit) return;
	const { transactionId, clientId, amount } = credit;
	await reverse(tx, { key: `reversal:${transactionId}`, transactionId, reason });
	const [dropped] = await tx.db
		.delete(unbilledItems)
		.where(and(ofEnding(unbilledItems, orderId, ending), eq(unbilledItems.kind, "credit")))
		.returning({ ending: unbilledItems.ending });
	if (dropped) return;
	const item = { orderId, ending, clientId, kind: "credit-reversal", amount, postedAt: tx.clock.now() } as const;
	await tx.db.insert(unbilledItems).values(item);
}

/**
 * A charge that is on no invoice will come on none. One that is on an invoice is taken back on the next. If a weekly run holds
 * it at this moment, this waits for that run.
 */
async function takeOffBill(tx: TxCtx, orderId: Ending["orderId"], ending: number): Promise<void> {
	const [dropped] = await tx.db
		.delete(unbilledItems)
		.where(and(ofEnding(unbilledItems, orderId, ending), eq(unbilledItems.kind, "charge")))
		.returning({ ending: unbilledItems.ending });
	if (dropped) return;
	const [billed] = await tx.db
		.select()
		.from(charges)
		.where(ofEnding(charges, orderId, ending));
	if (!billed || billed.amount === zero) return;
	const { clientId, amount } = billed;
	await tx.db.insert(unbilledItems).values({
		...{ orderId, ending, clientId, kind: "reversal" },
		...{ amount: negate(amount), postedAt: tx.clock.now() },
	});
}

const ofEnding = (
	table: typeof charges | typeof workerEntries | typeof unbilledItems,
	orderId: Ending["orderId"],
	ending: number,
) => and(eq(table.orderId, orderId), eq(table.ending, ending));
