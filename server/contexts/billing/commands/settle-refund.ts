import { eq } from "drizzle-orm";
import { creditNotes } from "@/db/schema/billing-credits";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { refundStatements, refunds } from "@/db/schema/billing-refunds";
import { refundFailed, refundPaid } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { RefundId } from "@/server/kernel/ids";
import { negate, toWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { Answer } from "../adapters/card-service";
import { contradicts } from "../domain/contradiction";
import { invoiceNumber } from "../domain/invoice";
import { afterWord, isOver } from "../domain/refund";
import { post } from "../ledger/post";
import { reverse } from "../ledger/reverse";
import { announceInvoice, type Invoice, lockInvoice } from "./begin-payment";
import { byOf } from "./begin-refund";
import { HOLDERS } from "./settle-payment";

type Refund = typeof refunds.$inferSelect;
type CreditNote = typeof creditNotes.$inferSelect;
type Known = { invoice: Invoice; refund: Refund; credit: CreditNote };
type Heard = { refundId: RefundId; answer: Answer; heardBy: typeof refundStatements.$inferSelect.heardBy };

/**
 * Takes down what was said about a refund, and draws the consequences once: what went back is posted; what was refused, or came
 * back after all, waits for the client's next invoice. Heard again or late it comes to the same. What does not fit the amount that
 * was asked for settles nothing; what contradicts an earlier end is put before the managers.
 */
export async function settleRefund(ctx: Ctx, { refundId, answer, heardBy }: Heard): Promise<{ isSettled: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const known = await lockRefund(tx, refundId);
		const { refund, invoice } = known;
		const isNews = await takeDown(tx, refund, answer, heardBy);
		if (isNews && contradicts("refund", refund.state, answer)) {
			await change(tx, refund, { contradictedAt: tx.clock.now() });
			await announceInvoice(tx, invoice);
		}
		const next = afterWord(refund.state, answer.state);
		if (!next) return { isSettled: isOver(refund.state) };
		if (!answer.asAsked) {
			const trouble = `the service has another amount: ${answer.stated.minor} ${answer.stated.currency}`;
			if (!isOver(refund.state)) await change(tx, refund, { trouble });
			return { isSettled: isOver(refund.state) };
		}
		if (next === "pending") await change(tx, refund, { state: next, reference: answer.reference, trouble: null });
		else await settle(tx, known, next, answer);
		await announceInvoice(tx, invoice);
		return { isSettled: next !== "pending" };
	});
}

/** A refund under its invoice's lock, and its own; whoever changes either takes them so. */
export async function lockRefund(tx: TxCtx, refundId: RefundId): Promise<Known> {
	const [found] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId));
	if (!found) throw commonRefusals.because("not_found");
	const invoice = await lockInvoice(tx, found.invoiceId);
	const [refund] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId)).for("update");
	const [credit] = await tx.db.select().from(creditNotes).where(eq(creditNotes.id, found.creditNoteId));
	if (!refund || !credit) throw commonRefusals.because("not_found");
	return { invoice, refund, credit };
}

async function settle(tx: TxCtx, known: Known, state: "succeeded" | "refused" | "returned", answer: Answer) {
	const { refund, invoice, credit } = known;
	const { id: refundId, amount, kind } = refund;
	const { id: invoiceId, clientId } = invoice;
	const number = invoiceNumber(invoice.year, invoice.sequence);
	const { reference, reason } = answer;
	const settled = { state, reference, reason, trouble: null, contradictedAt: null, settledAt: tx.clock.now() };
	const told = {
		refundId,
		invoiceId,
		clientId,
		orderId: credit.orderId,
		number,
		amount: toWire(amount),
		by: byOf(kind),
	};
	if (state === "succeeded") {
		const transactionId = await giveBack(tx, known, number);
		await change(tx, refund, { ...settled, transactionId });
		await publish(tx, refundPaid, told);
		return;
	}
	if (refund.transactionId) {
		const { transactionId } = refund;
		await reverse(tx, {
			key: `reversal:${transactionId}`,
			transactionId,
			reason: `refund of invoice ${number} came back`,
		});
	}
	await change(tx, refund, settled);
	await creditNext(tx, credit);
	await publish(tx, refundFailed, { ...told, reason: reason ?? "unknown", hadSucceeded: state === "returned" });
}

/** What has gone back is taken from what the company's holder has for it. */
export const giveBack = (tx: TxCtx, { refund, credit }: Known, number: string): Promise<bigint> =>
	post(tx, {
		...{ key: `refund:${refund.id}`, kind: "refund", reason: `invoice ${number} refunded`, orderId: credit.orderId },
		postings: [
			{ account: { kind: "client", ownerId: refund.clientId }, amount: negate(refund.amount) },
			{ account: { kind: HOLDERS[refund.kind] }, amount: refund.amount },
		],
	});

/** Gives whether it was not said before. */
async function takeDown(tx: TxCtx, { id: refundId }: Refund, answer: Answer, heardBy: Heard["heardBy"]) {
	const [news] = await tx.db
		.insert(refundStatements)
		.values({
			...{ refundId, heardBy, state: answer.state, reference: answer.reference, reason: answer.reason },
			...{ statedMinor: answer.stated.minor, statedCurrency: answer.stated.currency, asAsked: answer.asAsked },
			heardAt: tx.clock.now(),
		})
		.onConflictDoNothing()
		.returning({ id: refundStatements.id });
	return news !== undefined;
}

const change = (tx: TxCtx, { id }: Refund, to: Partial<Refund>) =>
	tx.db.update(refunds).set(to).where(eq(refunds.id, id));

/** What was waived lowers the client's next invoice. */
export async function creditNext(tx: TxCtx, credit: CreditNote): Promise<void> {
	const { orderId, ending, clientId, amount } = credit;
	const item = { orderId, ending, clientId, kind: "credit", amount: negate(amount), postedAt: tx.clock.now() } as const;
	await tx.db.insert(unbilledItems).values(item);
}
