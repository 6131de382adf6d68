import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { payees, payers } from "@/db/schema/billing";
import { approvals } from "@/db/schema/billing-approvals";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { payouts } from "@/db/schema/billing-payouts";
import { refunds } from "@/db/schema/billing-refunds";
import { transfers } from "@/db/schema/billing-transfers";
import { type InvoiceId, type PayoutId, paymentId, refundId, transferId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { invoiceNumber } from "../domain/invoice";
import { payoutNumber } from "../domain/payout";

/**
 * What managers have said, or say, became of things about which a service contradicts itself: `payment:<id>`, `refund:<id>`,
 * `transfer:<id>`. The caller has seen to who asks.
 */
export async function listRulings(ctx: Ctx, subjects: string[]) {
	if (subjects.length === 0) return [];
	const rows = await ctx.db
		.select()
		.from(approvals)
		.where(and(eq(approvals.kind, "ruling"), inArray(approvals.subject, subjects)))
		.orderBy(asc(approvals.askedAt));
	return rows.map(({ id, subject, became, reason, askedBy, askedAt, status, decidedBy, words }) => ({
		...{ approvalId: id, subject, became, reason, askedBy, askedAt, status, decidedBy, words },
	}));
}

type Ruled = { name: string; invoiceId: InvoiceId | null; payoutId: PayoutId | null };

/** What each of such subjects is, in people's words, and where its page is. */
export async function findRuled(ctx: Ctx, subjects: string[]): Promise<Map<string, Ruled>> {
	const found = new Map<string, Ruled>();
	if (subjects.length === 0) return found;
	const ofInvoices = [
		...(await ctx.db
			.select({ subject: sql<string>`'payment:' || ${payments.id}`, invoice: invoices, name: payers.name })
			.from(payments)
			.innerJoin(invoices, eq(invoices.id, payments.invoiceId))
			.leftJoin(payers, eq(payers.clientId, payments.clientId))
			.where(inArray(payments.id, idsOf(subjects, "payment", paymentId)))),
		...(await ctx.db
			.select({ subject: sql<string>`'refund:' || ${refunds.id}`, invoice: invoices, name: payers.name })
			.from(refunds)
			.innerJoin(invoices, eq(invoices.id, refunds.invoiceId))
			.leftJoin(payers, eq(payers.clientId, refunds.clientId))
			.where(inArray(refunds.id, idsOf(subjects, "refund", refundId)))),
	];
	for (const { subject, invoice, name } of ofInvoices) {
		const words = [invoiceNumber(invoice.year, invoice.sequence), name].filter(Boolean).join(" ");
		found.set(subject, { name: words, invoiceId: invoice.id, payoutId: null });
	}
	const rows = await ctx.db
		.select({ subject: sql<string>`'transfer:' || ${transfers.id}`, payout: payouts, name: payees.name })
		.from(transfers)
		.innerJoin(payouts, eq(payouts.id, transfers.payoutId))
		.leftJoin(payees, eq(payees.workerId, payouts.workerId))
		.where(inArray(transfers.id, idsOf(subjects, "transfer", transferId)));
	for (const { subject, payout, name } of rows) {
		const words = [payoutNumber(payout.year, payout.sequence), name].filter(Boolean).join(" ");
		found.set(subject, { name: words, invoiceId: null, payoutId: payout.id });
	}
	return found;
}

const idsOf = <Id>(subjects: string[], what: string, id: { parse: (raw: unknown) => Id }): Id[] =>
	subjects
		.map((subject) => subject.split(":"))
		.filter(([prefix]) => prefix === what)
		.map(([, raw]) => id.parse(raw));
