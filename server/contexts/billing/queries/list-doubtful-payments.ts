import { and, asc, eq, inArray, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { payers } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { invoiceNumber } from "../domain/invoice";

/**
 * Payments of which a manager has to find out what became: a day and more without an answer, or their service contradicts itself and
 * nobody has ruled on it. The caller has seen to who asks.
 */
export async function listDoubtfulPayments(ctx: Ctx) {
	const rows = [...(await find(ctx, isNotNull(payments.contradictedAt))), ...(await find(ctx, isUnanswered(ctx)))];
	return rows
		.slice(0, MOST_ATTENTION)
		.map(({ payment: { contradictedAt, ...payment }, year, sequence, clientName }) => ({
			...{ paymentId: payment.id, invoiceId: payment.invoiceId, number: invoiceNumber(year, sequence) },
			...{ clientName: clientName ?? "", amount: payment.amount, isContradicted: contradictedAt !== null },
		}));
}

const find = (ctx: Ctx, isDoubtful: SQL | undefined) =>
	ctx.db
		.select({ payment: payments, year: invoices.year, sequence: invoices.sequence, clientName: payers.name })
		.from(payments)
		.innerJoin(invoices, eq(invoices.id, payments.invoiceId))
		.leftJoin(payers, eq(payers.clientId, payments.clientId))
		.where(isDoubtful)
		.orderBy(asc(payments.begunAt))
		.limit(MOST_ATTENTION);

/** By the index of invoices' states: of payments under way there are few. */
const isUnanswered = (ctx: Ctx) =>
	and(
		eq(invoices.status, "collecting"),
		inArray(payments.state, ["unknown", "pending"]),
		lt(payments.begunAt, after(ctx.clock.now(), -days(1))),
		isNull(payments.contradictedAt),
	);
