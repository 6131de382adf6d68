import { and, eq, inArray } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import { refunds } from "@/db/schema/billing-refunds";
import { commonRefusals } from "@/server/kernel/errors";
import type { RefundId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { log } from "@/server/platform/log";
import type { Answer, CardService, RefundRequest } from "../adapters/card-service";
import { cardService } from "../adapters/card-services";
import { isOver } from "../domain/refund";
import type { HeardBy } from "./settle-payment";
import { settleRefund } from "./settle-refund";

type Refund = typeof refunds.$inferSelect;
type Progress = { isSettled: boolean };

/**
 * Has the card service give back a refund that was begun, outside of any transaction. That it is sent is written down first:
 * whoever comes after a crash, or again, asks what became of it. What the service has never heard of is sent again under the same
 * key. What came by the bank is none of this: a manager transfers it.
 */
export async function sendRefund(ctx: Ctx, { refundId }: { refundId: RefundId }): Promise<Progress> {
	const { refund, request } = await refundRequestOf(ctx, refundId);
	if (isOver(refund.state) || refund.kind === "bank-transfer") return { isSettled: true };
	const service = cardService(refund.kind);
	if (!service) return recordTrouble(ctx, refund, "this installation has no such card service");
	const isNew = await claim(ctx, refundId);
	try {
		return await settleRefund(ctx, { refundId, ...(await learn(service, request, isNew)) });
	} catch (error) {
		log.warn({ err: error, refundId }, "it is not known what became of a refund");
		return recordTrouble(ctx, refund, error instanceof Error ? error.message : String(error));
	}
}

/** From here on it may have been sent. */
const claim = (ctx: Ctx, refundId: RefundId): Promise<boolean> =>
	withTransaction(ctx, async (tx) => {
		const [refund] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId)).for("update");
		if (refund?.state !== "intent") return false;
		await tx.db.update(refunds).set({ state: "unknown" }).where(eq(refunds.id, refundId));
		return true;
	});

async function learn(
	service: CardService,
	request: RefundRequest,
	isNew: boolean,
): Promise<{ answer: Answer; heardBy: HeardBy }> {
	const known = isNew ? null : await service.askRefund(request);
	if (known) return { answer: known, heardBy: "question" };
	return { answer: await service.refund(request), heardBy: "answer" };
}

async function recordTrouble(ctx: Ctx, { id }: Refund, trouble: string): Promise<Progress> {
	await ctx.db
		.update(refunds)
		.set({ trouble: trouble.slice(0, 500) })
		.where(and(eq(refunds.id, id), inArray(refunds.state, ["intent", "unknown", "pending"])));
	return { isSettled: false };
}

/** A refund as its service is told of it. */
export async function refundRequestOf(
	ctx: Ctx,
	refundId: RefundId,
): Promise<{ refund: Refund; request: RefundRequest }> {
	const [row] = await ctx.db
		.select({ refund: refunds, charge: payments.reference })
		.from(refunds)
		.innerJoin(payments, eq(payments.id, refunds.paymentId))
		.where(eq(refunds.id, refundId));
	if (!row) throw commonRefusals.because("not_found");
	const { refund, charge } = row;
	const { paymentId, amount, reference, settlementMinor: minor, settlementCurrency: currency } = refund;
	const settlement = minor !== null && currency !== null ? { minor, currency } : null;
	return { refund, request: { refundId, paymentId, amount, reference, settlement, charge: charge ?? "" } };
}
