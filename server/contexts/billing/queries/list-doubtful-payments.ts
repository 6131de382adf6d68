import { and, asc, eq, exists, inArray, lt, or } from "drizzle-orm";
import { payers } from "@/db/schema/billing";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { invoiceStatuses } from "../domain/collection";
import { invoiceNumber } from "../domain/invoice";

/** All but those that are paid, named, so that their index is of use. */
const UNPAID = invoiceStatuses.filter((status) => status !== "paid");

/**
 * Payments of which a manager has to find out what became: a day and more without an answer, or refused first and then said to
 * have succeeded while the invoice is still unpaid. The caller has seen to who asks.
 */
export async function listDoubtfulPayments(ctx: Ctx) {
	const wasSaidToSucceed = exists(
		ctx.db
			.select({ id: providerStatements.id })
			.from(providerStatements)
			.where(and(eq(providerStatements.paymentId, payments.id), eq(providerStatements.state, "succeeded"))),
	);
	const isUnanswered = and(
		inArray(payments.state, ["unknown", "pending"]),
		lt(payments.begunAt, after(ctx.clock.now(), -days(1))),
	);
	const rows = await ctx.db
		.select({ payment: payments, year: invoices.year, sequence: invoices.sequence, clientName: payers.name })
		.from(payments)
		.innerJoin(invoices, eq(invoices.id, payments.invoiceId))
		.leftJoin(payers, eq(payers.clientId, payments.clientId))
		.where(
			and(inArray(invoices.status, UNPAID), or(isUnanswered, and(eq(payments.state, "refused"), wasSaidToSucceed))),
		)
		.orderBy(asc(payments.begunAt))
		.limit(MOST_ATTENTION);
	return rows.map(({ payment: { id, invoiceId, amount, state }, year, sequence, clientName }) => ({
		...{ paymentId: id, invoiceId, number: invoiceNumber(year, sequence), clientName: clientName ?? "", amount },
		isContradicted: state === "refused",
	}));
}
