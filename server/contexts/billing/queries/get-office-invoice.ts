import { asc, eq } from "drizzle-orm";
import { payments, providerStatements } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { refundStatements, refunds } from "@/db/schema/billing-refunds";
import { commonRefusals } from "@/server/kernel/errors";
import type { InvoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { findMethod } from "./find-method";
import { getInvoice } from "./get-invoice";
import { listOfficeCredits } from "./list-invoice-credits";
import { listInvoiceDisputes } from "./list-open-disputes";
import { listRulings } from "./list-rulings";

/**
 * An invoice for the office: besides what its client sees, all that payment services have said of payments, refunds and disputes,
 * and what could not be learnt.
 */
export async function getOfficeInvoice(ctx: Ctx, { invoiceId }: { invoiceId: InvoiceId }) {
	demandManager(ctx.actor);
	const [row] = await ctx.db.select({ clientId: invoices.clientId }).from(invoices).where(eq(invoices.id, invoiceId));
	if (!row) throw commonRefusals.because("not_found");
	const method = await findMethod(ctx, row.clientId);
	const attempts = await ctx.db
		.select()
		.from(payments)
		.where(eq(payments.invoiceId, invoiceId))
		.orderBy(asc(payments.attempt));
	const given = await ctx.db.select({ id: refunds.id }).from(refunds).where(eq(refunds.invoiceId, invoiceId));
	const subjects = [...attempts.map(({ id }) => `payment:${id}`), ...given.map(({ id }) => `refund:${id}`)];
	return {
		...(await getInvoice(ctx, { invoiceId })),
		clientId: row.clientId,
		method: method && { kind: method.kind, label: method.label },
		attempts: attempts.map(({ transactionId, methodId: _methodId, id, ...attempt }) => ({
			...attempt,
			paymentId: id,
			transactionId: transactionId?.toString() ?? null,
		})),
		statements: await statementsOf(ctx, invoiceId),
		credits: await listOfficeCredits(ctx, invoiceId),
		refundStatements: await refundStatementsOf(ctx, invoiceId),
		disputes: await listInvoiceDisputes(ctx, invoiceId),
		rulings: await listRulings(ctx, subjects),
	};
}

const statementsOf = (ctx: Ctx, invoiceId: InvoiceId) =>
	ctx.db
		.select({
			attempt: payments.attempt,
			state: providerStatements.state,
			reference: providerStatements.reference,
			statedMinor: providerStatements.statedMinor,
			statedCurrency: providerStatements.statedCurrency,
			asAsked: providerStatements.asAsked,
			reason: providerStatements.reason,
			heardBy: providerStatements.heardBy,
			heardAt: providerStatements.heardAt,
		})
		.from(providerStatements)
		.innerJoin(payments, eq(payments.id, providerStatements.paymentId))
		.where(eq(payments.invoiceId, invoiceId))
		.orderBy(asc(providerStatements.id));

const refundStatementsOf = (ctx: Ctx, invoiceId: InvoiceId) =>
	ctx.db
		.select({
			refundId: refundStatements.refundId,
			state: refundStatements.state,
			reference: refundStatements.reference,
			statedMinor: refundStatements.statedMinor,
			statedCurrency: refundStatements.statedCurrency,
			asAsked: refundStatements.asAsked,
			reason: refundStatements.reason,
			heardBy: refundStatements.heardBy,
			heardAt: refundStatements.heardAt,
		})
		.from(refundStatements)
		.innerJoin(refunds, eq(refunds.id, refundStatements.refundId))
		.where(eq(refunds.invoiceId, invoiceId))
		.orderBy(asc(refundStatements.id));
