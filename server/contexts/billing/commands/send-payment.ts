import { and, eq, inArray } from "drizzle-orm";
import { paymentMethods, payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { commonRefusals } from "@/server/kernel/errors";
import type { PaymentId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { log } from "@/server/platform/log";
import type { Answer, CardService, ChargeRequest } from "../adapters/card-service";
import { cardService } from "../adapters/card-services";
import { isSettled } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";
import { type HeardBy, settlePayment } from "./settle-payment";

type Payment = typeof payments.$inferSelect;
type Progress = { isSettled: boolean };

/**
 * Charges the card of a payment that was begun, outside of any transaction. That it is sent is written down first: whoever
 * comes after a crash, or again, asks what became of it. What the service has never heard of is sent again under the same key.
 */
export async function sendPayment(ctx: Ctx, { paymentId }: { paymentId: PaymentId }): Promise<Progress> {
	const isNew = await withTransaction(ctx, async (tx) => {
		const [payment] = await tx.db.select().from(payments).where(eq(payments.id, paymentId)).for("update");
		if (payment?.state !== "intent") return false;
		await tx.db.update(payments).set({ state: "unknown" }).where(eq(payments.id, paymentId));
		return true;
	});
	return learn(ctx, paymentId, async (service, request) => {
		if (isNew) return { answer: await service.charge(request), heardBy: "answer" };
		const known = await service.ask(request);
		if (known) return { answer: known, heardBy: "question" };
		return { answer: await service.charge(request), heardBy: "answer" };
	});
}

type Learnt = { answer: Answer; heardBy: HeardBy };

/** Asks the service, and writes down what it says, or that it could not be understood. A settled payment is not asked about. */
async function learn(
	ctx: Ctx,
	paymentId: PaymentId,
	ask: (service: CardService, request: ChargeRequest) => Promise<Learnt>,
): Promise<Progress> {
	const { payment, request } = await requestOf(ctx, paymentId);
	if (isSettled(payment.state)) return { isSettled: true };
	const service = payment.kind === "bank-transfer" ? null : cardService(payment.kind);
	if (!service) return recordTrouble(ctx, payment, "this installation has no such card service");
	try {
		const { answer, heardBy } = await ask(service, request);
		return await settlePayment(ctx, { paymentId, answer, heardBy });
	} catch (error) {
		log.warn({ err: error, paymentId }, "it is not known what became of a payment");
		return recordTrouble(ctx, payment, error instanceof Error ? error.message : String(error));
	}
}

async function recordTrouble(ctx: Ctx, { id }: Payment, trouble: string): Promise<Progress> {
	await ctx.db
		.update(payments)
		.set({ trouble: trouble.slice(0, 500) })
		.where(and(eq(payments.id, id), inArray(payments.state, ["unknown", "pending"])));
	return { isSettled: false };
}

/** A payment as its service is told of it. */
export async function requestOf(ctx: Ctx, paymentId: PaymentId): Promise<{ payment: Payment; request: ChargeRequest }> {
	const [row] = await ctx.db
		.select({ payment: payments, method: paymentMethods, year: invoices.year, sequence: invoices.sequence })
		.from(payments)
		.innerJoin(invoices, eq(invoices.id, payments.invoiceId))
		.leftJoin(paymentMethods, eq(paymentMethods.id, payments.methodId))
		.where(eq(payments.id, paymentId));
	if (!row) throw commonRefusals.because("not_found");
	const { payment, method, year, sequence } = row;
	const { settlementMinor: minor, settlementCurrency: currency } = payment;
	return {
		payment,
		request: {
			...{ paymentId, amount: payment.amount, reference: payment.reference },
			settlement: minor !== null && currency !== null ? { minor, currency } : null,
			...{ token: method?.token ?? "", customer: method?.customer ?? null },
			invoiceNumber: invoiceNumber(year, sequence),
		},
	};
}
