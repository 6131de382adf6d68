import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { ledgerTransactions } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import { transferEvents, transfers } from "@/db/schema/billing-transfers";
import { payoutPaid, payoutRejected } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { PayoutId, TransferId } from "@/server/kernel/ids";
import { negate, toWire } from "@/server/kernel/money";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";
import { payoutNumber } from "../domain/payout";
import { isDecided } from "../domain/transfer";
import { post } from "../ledger/post";
import { demandHouse } from "./demand-house";
import { noteTransfer } from "./note-transfer";
import { accountOf, lockPayout, openTransfer } from "./open-transfer";

export type Decision = { status: "completed" } | { status: "rejected"; reason: string };
type Transfer = typeof transfers.$inferSelect;
type Payout = typeof payouts.$inferSelect;

/**
 * Takes what Gold Hat says of a transfer, however often and in whatever order. Completed: the payout is paid and stands in the
 * books, once. Rejected: it can be tried again. What contradicts an earlier word changes nothing, is put on record for a
 * manager to see, and is refused (`billing.contradiction`).
 */
export async function settleTransfer(ctx: Ctx, id: TransferId, decision: Decision): Promise<void> {
	demandHouse(ctx);
	if (await withTransaction(ctx, (tx) => decideTransfer(tx, id, decision)))
		throw billingRefusals.because("contradiction");
}

/** The same as a part of something greater. Gives whether it contradicts an earlier word. */
export async function decideTransfer(tx: TxCtx, id: TransferId, decision: Decision): Promise<boolean> {
	const { payout, transfer } = await lockTransfer(tx, id);
	if (isDecided(transfer.status)) return noteContradiction(tx, transfer, decision);
	const reason = decision.status === "rejected" ? decision.reason : null;
	await tx.db
		.update(transfers)
		.set({ status: decision.status, reason, decidedAt: tx.clock.now() })
		.where(eq(transfers.id, id));
	await noteTransfer(tx, id, decision.status, reason ?? "");
	await settlePayout(tx, payout, transfer, decision);
	return false;
}

/** The payout (and before it its worker) is locked first, by everybody. Throws `common.not_found` for a transfer that is not ours. */
export async function lockTransfer(tx: TxCtx, id: TransferId): Promise<{ payout: Payout; transfer: Transfer }> {
	const [known] = await tx.db.select().from(transfers).where(eq(transfers.id, id));
	const payout = known && (await lockPayout(tx, known.payoutId));
	const [transfer] = await tx.db.select().from(transfers).where(eq(transfers.id, id));
	if (!payout || !transfer) throw commonRefusals.because("not_found");
	return { payout, transfer };
}

async function noteContradiction(tx: TxCtx, transfer: Transfer, decision: Decision): Promise<boolean> {
	if (transfer.status === decision.status) return false;
	const noted = and(eq(transferEvents.transferId, transfer.id), eq(transferEvents.what, "contradicted"));
	const [before] = await tx.db.select().from(transferEvents).where(noted);
	// Both words are known by now. What was ruled on is not opened again by repeating them.
	if (before) return transfer.contradictedAt !== null;
	await noteTransfer(tx, transfer.id, "contradicted", decision.status);
	await tx.db.update(transfers).set({ contradictedAt: tx.clock.now() }).where(eq(transfers.id, transfer.id));
	return true;
}

/** What follows for a payout, which is held, from what became of a transfer of it. */
export async function settlePayout(tx: TxCtx, payout: Payout, transfer: Transfer, decision: Decision): Promise<void> {
	const { id: payoutId, workerId, year, sequence, month, amount } = payout;
	const number = payoutNumber(year, sequence);
	const told = { transferId: transfer.id, payoutId, workerId, number, month, amount: toWire(amount) };
	const status = decision.status === "completed" ? "paid" : "rejected";
	await tx.db.update(payouts).set({ status }).where(eq(payouts.id, payoutId));
	if (decision.status === "completed") {
		await post(tx, {
			...{ key: await keyOf(tx, payoutId, transfer), kind: "payout", reason: `payout ${number}` },
			postings: [
				{ account: { kind: "worker", ownerId: workerId }, amount: negate(amount) },
				{ account: { kind: "gold-hat" }, amount },
			],
		});
		await publish(tx, payoutPaid, told);
	} else {
		await publish(tx, payoutRejected, { ...told, reason: decision.reason });
		// The worker has mended the account while this try was under way: nobody else would send it there.
		const account = await accountOf(tx, workerId);
		if (account && account !== transfer.account) await openTransfer(tx, payout);
	}
	await audit(tx, {
		...{ action: `billing.payout-${status}`, subject: `payout:${payoutId}` },
		after: { transferId: transfer.id, amount, ...(decision.status === "rejected" && { reason: decision.reason }) },
	});
	await announce(tx, { context: "billing", subject: payoutId, audiences: [`worker:${workerId}`] });
}

/** A payout that was ruled not to have arrived, and is paid after all, stands in the books anew. */
async function keyOf(tx: TxCtx, payoutId: PayoutId, { attempt }: Transfer): Promise<string> {
	const key = `payout:${payoutId}`;
	const reversal = alias(ledgerTransactions, "reversal");
	const [taken] = await tx.db
		.select({ id: reversal.id })
		.from(ledgerTransactions)
		.innerJoin(reversal, eq(reversal.reverses, ledgerTransactions.id))
		.where(eq(ledgerTransactions.idempotencyKey, key));
	return taken ? `${key}:${attempt}` : key;
}
