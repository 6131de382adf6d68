import { and, eq } from "drizzle-orm";
import { charges, endings, terms, workerEntries } from "@/db/schema/billing";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { chargePosted } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import { type Money, negate, toWire, zero } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";
import { clientOwes, isPayable, workerGets } from "../domain/ending";
import { type NewTransaction, post } from "../ledger/post";
import { awaitSettlement } from "./await-settlement";

type EndingRow = typeof endings.$inferSelect;
type Terms = typeof terms.$inferSelect;

/** An ending of an order as execution tells it. */
export type Ending = Omit<EndingRow, "postedAt">;

type PayableEnding = Ending & { workerId: NonNullable<Ending["workerId"]>; assignment: number };

/**
 * Puts the end of an order into the books: what the client owes, and what the worker earns or loses, by
 * the terms of the assignment that was in force. Posting it again does nothing; another story under the same number is refused.
 * Throws NotYet when the terms are not here.
 */
export async function postEnding(ctx: Ctx, ending: Ending): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		if (await recordEnding(tx, ending)) await bookEnding(tx, ending);
	});
}

/** Whether the ending is new to billing. Of two at once the second waits for the first. */
export async function recordEnding(tx: TxCtx, ending: Ending): Promise<boolean> {
	const row = { ...ending, postedAt: tx.clock.now() };
	const [recorded] = await tx.db.insert(endings).values(row).onConflictDoNothing().returning();
	if (recorded) return true;
	const [known] = await tx.db
		.select()
		.from(endings)
		.where(and(eq(endings.orderId, ending.orderId), eq(endings.ending, ending.ending)));
	if (fingerprint({ ...known, postedAt: null }) !== fingerprint({ ...row, postedAt: null })) {
		throw billingRefusals.because("contradiction");
	}
	return false;
}

/** Posts what follows from an ending that has just been recorded, and tells of it. */
export async function bookEnding(tx: TxCtx, ending: Ending): Promise<void> {
	if (isPayable(ending)) {
		const agreed = await termsOf(tx, ending);
		const owed = await chargeClient(tx, ending, agreed);
		const gets = await settleWithWorker(tx, ending, agreed);
		const { orderId, orderNumber, clientId, workerId, outcome } = ending;
		await publish(tx, chargePosted, {
			...{ orderId, orderNumber, clientId, workerId, outcome, ending: ending.ending },
			clientOwes: toWire(owed),
			workerGets: toWire(gets),
		});
	}
	await announce(tx, {
		context: "billing",
		subject: ending.orderId,
		audiences: [`client:${ending.clientId}`, ...(ending.workerId ? ([`worker:${ending.workerId}`] as const) : [])],
	});
}

async function termsOf(tx: TxCtx, { orderId, assignment, clientId, workerId }: PayableEnding): Promise<Terms> {
	const [agreed] = await tx.db
		.select()
		.from(terms)
		.where(and(eq(terms.orderId, orderId), eq(terms.assignment, assignment)));
	if (!agreed) throw new NotYet(`terms of assignment ${assignment} of order ${orderId}`);
	if (agreed.clientId !== clientId || agreed.workerId !== workerId) throw billingRefusals.because("contradiction");
	return agreed;
}

async function chargeClient(tx: TxCtx, ending: PayableEnding, agreed: Terms): Promise<Money> {
	const { orderId, clientId, outcome, assignment } = ending;
	const amount = clientOwes(outcome, agreed);
	const transactionId = await postUnlessZero(tx, ending, "charge", [
		{ account: { kind: "client", ownerId: clientId }, amount: negate(amount) },
		{ account: { kind: "order-revenue" }, amount },
	]);
	const postedAt = tx.clock.now();
	await tx.db
		.insert(charges)
		.values({ orderId, ending: ending.ending, assignment, clientId, outcome, amount, transactionId, postedAt });
	if (amount > zero) {
		const item = { orderId, ending: ending.ending, kind: "charge" as const, clientId, amount, postedAt };
		await tx.db.insert(unbilledItems).values(item);
	}
	return amount;
}

async function settleWithWorker(tx: TxCtx, ending: PayableEnding, agreed: Terms): Promise<Money> {
	const entry = workerGets(ending.outcome, agreed);
	if (!entry) return zero;
	const { orderId, workerId, assignment } = ending;
	const transactionId = await postUnlessZero(tx, ending, entry.kind, [
		{ account: { kind: "worker", ownerId: workerId }, amount: entry.amount },
		{ account: { kind: counterpart[entry.kind] }, amount: negate(entry.amount) },
	]);
	const postedAt = tx.clock.now();
	await tx.db
		.insert(workerEntries)
		.values({ orderId, ending: ending.ending, assignment, workerId, ...entry, transactionId, postedAt });
	if (transactionId) await awaitSettlement(tx, { transactionId, workerId, ...entry });
	return entry.amount;
}

const counterpart = { earning: "worker-cost", penalty: "penalty-income" } as const;

async function postUnlessZero(
	tx: TxCtx,
	{ orderId, orderNumber, ending, outcome }: PayableEnding,
	kind: "charge" | "earning" | "penalty",
	postings: NewTransaction["postings"],
): Promise<bigint | null> {
	if (postings.every(({ amount }) => amount === zero)) return null;
	const reason = `order ${orderNumber} ${outcome}`;
	return post(tx, { key: `${kind}:${orderId}:${ending}`, kind, reason, orderId, postings });
}
