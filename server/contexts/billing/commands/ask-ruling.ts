import { and, eq, inArray, max } from "drizzle-orm";
import type { z } from "zod";
import { approvals } from "@/db/schema/billing-approvals";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { refundStatements } from "@/db/schema/billing-refunds";
import { transferEvents } from "@/db/schema/billing-transfers";
import { commonRefusals } from "@/server/kernel/errors";
import type { ApprovalId, PaymentId, RefundId, TransferId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { violatesUnique, withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { type askRulingInput, billingRefusals } from "../contracts";
import { isOneself } from "../domain/bonus.policies";
import { demandManager } from "../domain/ownership";
import { askApproval } from "./ask-approval";
import { demandAnothersInvoice, lockInvoice } from "./begin-payment";
import { lockRefund } from "./settle-refund";
import { lockTransfer } from "./settle-transfer";

type Input = z.output<typeof askRulingInput>;
/** `lastWord`: what the service has said last. Null: it does not contradict itself, or it is ruled on. */
type Contradicted = { amount: Money; lastWord: bigint | null };

/**
 * A manager has found out, with the service, what really became of something about which it contradicts itself, and says so.
 * Another manager has to agree: only then the books follow. One ruling on a thing waits at a time.
 */
export async function askRuling(ctx: Ctx, input: Input): Promise<{ approvalId: ApprovalId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key } = input;
	try {
		return await withTransaction(ctx, (tx) =>
			once(tx, { command: "billing.ask-ruling", key, input }, () => ask(tx, input)),
		);
	} catch (error) {
		if (violatesUnique(error, "approvals_one_ruling_waiting")) throw billingRefusals.because("ruling_waits");
		throw error;
	}
}

async function ask(tx: TxCtx, { about, became, reason }: Input): Promise<{ approvalId: ApprovalId }> {
	const subject = `${about.what}:${about.id}`;
	await demandNoneWaits(tx, subject);
	const { amount, lastWord } = await lookAt(tx, about);
	if (lastWord === null) throw billingRefusals.because("nothing_contradicted");
	return { approvalId: await askApproval(tx, { kind: "ruling", subject, amount, reason, became, lastWord }) };
}

/** Held first, as whoever decides about one does: so the two never wait for each other. */
async function demandNoneWaits(tx: TxCtx, subject: string): Promise<void> {
	const [waiting] = await tx.db
		.select({ id: approvals.id })
		.from(approvals)
		.where(and(eq(approvals.subject, subject), eq(approvals.kind, "ruling"), eq(approvals.status, "waiting")))
		.for("update");
	if (waiting) throw billingRefusals.because("ruling_waits");
}

/** What is ruled on, locked as by everybody who changes it, when the actor may rule on it: it is not one's own money. */
const lookAt = (tx: TxCtx, about: Input["about"]): Promise<Contradicted> => {
	switch (about.what) {
		case "payment":
			return lookAtPayment(tx, about.id);
		case "refund":
			return lookAtRefund(tx, about.id);
		case "transfer":
			return lookAtTransfer(tx, about.id);
	}
};

export async function lookAtPayment(tx: TxCtx, id: PaymentId) {
	const mine = eq(payments.id, id);
	const [known] = await tx.db.select().from(payments).where(mine);
	if (!known) throw commonRefusals.because("not_found");
	demandAnothersInvoice(tx.actor, known.clientId);
	const invoice = await lockInvoice(tx, known.invoiceId);
	const [payment = known] = await tx.db.select().from(payments).where(mine).for("update");
	const [said] = await tx.db
		.select({ last: max(providerStatements.id) })
		.from(providerStatements)
		.where(eq(providerStatements.paymentId, id));
	return { invoice, payment, amount: payment.amount, lastWord: payment.contradictedAt && (said?.last ?? null) };
}

export async function lookAtRefund(tx: TxCtx, id: RefundId) {
	const known = await lockRefund(tx, id);
	const { refund } = known;
	demandAnothersInvoice(tx.actor, refund.clientId);
	const [said] = await tx.db
		.select({ last: max(refundStatements.id) })
		.from(refundStatements)
		.where(eq(refundStatements.refundId, id));
	return { ...known, amount: refund.amount, lastWord: refund.contradictedAt && (said?.last ?? null) };
}

export async function lookAtTransfer(tx: TxCtx, id: TransferId) {
	const known = await lockTransfer(tx, id);
	if (isOneself(tx.actor, known.payout.workerId)) throw billingRefusals.because("own_invoice");
	const isWord = inArray(transferEvents.what, ["completed", "rejected", "contradicted"]);
	const [said] = await tx.db
		.select({ last: max(transferEvents.id) })
		.from(transferEvents)
		.where(and(eq(transferEvents.transferId, id), isWord));
	const { amount, contradictedAt } = known.transfer;
	return { ...known, amount, lastWord: contradictedAt && (said?.last ?? null) };
}
