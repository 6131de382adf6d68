import { and, eq, inArray, ne } from "drizzle-orm";
import { ledgerTransactions } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import { transfers } from "@/db/schema/billing-transfers";
import { payoutRejected } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import type { TransferId } from "@/server/kernel/ids";
import { negate, toWire } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";
import { demandCurrent, type Ruling } from "../domain/contradiction";
import { payoutNumber } from "../domain/payout";
import { post } from "../ledger/post";
import { reverse } from "../ledger/reverse";
import { lookAtTransfer } from "./ask-ruling";
import { awaitSettlement } from "./await-settlement";
import { noteTransfer } from "./note-transfer";
import { settlePayout } from "./settle-transfer";

type Looked = Awaited<ReturnType<typeof lookAtTransfer>>;

/**
 * Makes of a transfer what two managers say that really became of it. One that has arrived after all pays its payout, or, where
 * another has paid it, is an overpayment, which the worker's next payout takes back. One that has not arrived is taken out of the
 * books again, and the payout can be sent anew.
 */
export async function ruleTransfer(tx: TxCtx, transferId: TransferId, ruling: Ruling): Promise<void> {
	const looked = await lookAtTransfer(tx, transferId);
	const { payout, transfer } = looked;
	demandCurrent(looked.lastWord, ruling);
	const { became, reason } = ruling;
	await tx.db.update(transfers).set({ contradictedAt: null }).where(eq(transfers.id, transferId));
	await noteTransfer(tx, transferId, "ruled", `${became === "succeeded" ? "completed" : "rejected"}: ${reason}`);
	if (transfer.status === "completed" && became === "refused") await takeBack(tx, looked, reason);
	else if (transfer.status === "rejected" && became === "succeeded") await payAfterAll(tx, looked);
	await announce(tx, { context: "billing", subject: payout.id, audiences: [`worker:${payout.workerId}`] });
}

async function takeBack(tx: TxCtx, { payout, transfer }: Looked, reason: string): Promise<void> {
	const { id: payoutId, workerId, month, amount } = payout;
	const number = payoutNumber(payout.year, payout.sequence);
	const keys = [`payout:${payoutId}`, `payout:${payoutId}:${transfer.attempt}`];
	const posted = await tx.db
		.select({ id: ledgerTransactions.id, key: ledgerTransactions.idempotencyKey })
		.from(ledgerTransactions)
		.where(inArray(ledgerTransactions.idempotencyKey, keys));
	const transactionId = (posted.find(({ key }) => key === keys[1]) ?? posted[0])?.id;
	if (!transactionId) throw new Error(`payout ${payoutId} is paid and not in the books`);
	await reverse(tx, { key: `reversal:${transactionId}`, transactionId, reason: `payout ${number} did not arrive` });
	const rejected = { status: "rejected", reason, decidedAt: tx.clock.now() } as const;
	await tx.db.update(transfers).set(rejected).where(eq(transfers.id, transfer.id));
	await tx.db.update(payouts).set({ status: "rejected" }).where(eq(payouts.id, payoutId));
	const told = { transferId: transfer.id, payoutId, workerId, number, month, amount: toWire(amount), reason };
	await publish(tx, payoutRejected, told);
}

async function payAfterAll(tx: TxCtx, { payout, transfer }: Looked): Promise<void> {
	const others = and(eq(transfers.payoutId, payout.id), ne(transfers.status, "rejected"));
	const [other] = await tx.db.select().from(transfers).where(others);
	if (other?.status === "sending" || other?.status === "accepted") throw billingRefusals.because("transfer_under_way");
	if (other?.status === "completed") return bookOverpayment(tx, { payout, transfer });
	const now = tx.clock.now();
	if (other) {
		// It was held back all the while, and is not needed any more.
		const reason = "not sent: an earlier one has arrived";
		const held = { status: "rejected", reason, decidedAt: now } as const;
		await tx.db.update(transfers).set(held).where(eq(transfers.id, other.id));
		await noteTransfer(tx, other.id, "rejected", reason);
	}
	const completed = { status: "completed", reason: null, decidedAt: now } as const;
	await tx.db.update(transfers).set(completed).where(eq(transfers.id, transfer.id));
	await settlePayout(tx, payout, transfer, { status: "completed" });
}

async function bookOverpayment(tx: TxCtx, { payout, transfer }: Pick<Looked, "payout" | "transfer">): Promise<void> {
	const { id: payoutId, workerId, year, sequence } = payout;
	const { amount } = transfer;
	const transactionId = await post(tx, {
		...{ key: `overpayment:${payoutId}:${transfer.attempt}`, kind: "overpayment" },
		reason: `payout ${payoutNumber(year, sequence)} arrived twice`,
		postings: [
			{ account: { kind: "worker", ownerId: workerId }, amount: negate(amount) },
			{ account: { kind: "gold-hat" }, amount },
		],
	});
	await awaitSettlement(tx, { transactionId, workerId, kind: "overpayment", amount: negate(amount) });
}
