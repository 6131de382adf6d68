import { and, count, eq, isNotNull } from "drizzle-orm";
import { payouts } from "@/db/schema/billing-payouts";
import { payoutAccounts, transfers } from "@/db/schema/billing-transfers";
import { transferRequested } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { newId, type PayoutId, type TransferId, type WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";
import { goldHatSettings } from "../adapters/gold-hat";
import { lockPayee } from "./lock-payee";
import { noteTransfer } from "./note-transfer";

type Payout = typeof payouts.$inferSelect;

/** A payout under its lock, and its worker under theirs: the account that is read then is not changed meanwhile. */
export async function lockPayout(tx: TxCtx, payoutId: PayoutId): Promise<Payout | null> {
	const mine = eq(payouts.id, payoutId);
	const [known] = await tx.db.select({ workerId: payouts.workerId }).from(payouts).where(mine);
	if (!known) return null;
	await lockPayee(tx, known.workerId);
	const [payout] = await tx.db.select().from(payouts).where(mine).for("update");
	return payout ?? null;
}

/** Where the worker is paid today. */
export async function accountOf(tx: TxCtx, workerId: WorkerId): Promise<string | null> {
	const [to] = await tx.db.select().from(payoutAccounts).where(eq(payoutAccounts.workerId, workerId));
	return to?.account ?? null;
}

/** Why a payout can't be transferred at the moment, if so. */
export type Hindrance = "no_account" | "no_service" | "gold_hat_contradicts";

/** Gold Hat has said two things about one of the tries: nobody knows whether the money has gone, so none is sent until it is ruled on. */
export async function isContradicted(tx: TxCtx, payoutId: PayoutId): Promise<boolean> {
	const found = and(eq(transfers.payoutId, payoutId), isNotNull(transfers.contradictedAt));
	return (await tx.db.$count(transfers, found)) > 0;
}

/**
 * Writes down that a payout, which the caller has locked and found to be unpaid, is to be transferred to the worker's account
 * of this moment. Nothing is sent here: that follows from the event.
 */
export async function openTransfer(tx: TxCtx, payout: Payout): Promise<Hindrance | null> {
	const { id: payoutId, workerId, amount } = payout;
	if (!goldHatSettings()) return "no_service";
	if (await isContradicted(tx, payoutId)) return "gold_hat_contradicts";
	const account = await accountOf(tx, workerId);
	if (!account) return "no_account";
	const [tried] = await tx.db.select({ count: count() }).from(transfers).where(eq(transfers.payoutId, payoutId));
	const { currencyCode } = await policyInForce(tx, "money");
	const transferId = newId<TransferId>();
	await tx.db.insert(transfers).values({
		...{ id: transferId, payoutId, attempt: (tried?.count ?? 0) + 1 },
		...{ account, amount, currency: currencyCode, status: "requested" },
		...{ requestedBy: actorRef(tx.actor), requestedAt: tx.clock.now() },
	});
	await noteTransfer(tx, transferId, "requested");
	await tx.db.update(payouts).set({ status: "sending" }).where(eq(payouts.id, payoutId));
	await publish(tx, transferRequested, { transferId, payoutId, workerId });
	await announce(tx, { context: "billing", subject: payoutId, audiences: [`worker:${workerId}`] });
	return null;
}
