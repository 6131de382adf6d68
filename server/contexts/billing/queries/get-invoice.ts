import { eq } from "drizzle-orm";
import { payers } from "@/db/schema/billing";
import { invoices, weeks } from "@/db/schema/billing-invoices";
import { type Actor, holds } from "@/server/kernel/actor";
import { daysLater } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId, InvoiceId } from "@/server/kernel/ids";
import { zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce, policyOfVersion, shownLadder } from "@/server/platform/policies";
import { amountDue } from "../domain/collection";
import { nextStep } from "../domain/discount";
import { invoiceNumber } from "../domain/invoice";
import { listInvoiceCredits } from "./list-invoice-credits";
import { listInvoiceLines } from "./list-invoice-lines";
import { listPayments } from "./list-payments";

/**
 * An invoice with its lines, each naming its order, and with the discount ladder of the policies by which its week was
 * closed. For its client and for managers; for anybody else it does not exist.
 */
export async function getInvoice(ctx: Ctx, { invoiceId }: { invoiceId: InvoiceId }) {
	const [row] = await ctx.db
		.select({ invoice: invoices, cutoffAt: weeks.cutoffAt, clientName: payers.name })
		.from(invoices)
		.innerJoin(weeks, eq(weeks.day, invoices.week))
		.leftJoin(payers, eq(payers.clientId, invoices.clientId))
		.where(eq(invoices.id, invoiceId));
	if (!row || !maySee(ctx.actor, row.invoice.clientId)) throw commonRefusals.because("not_found");
	const { id, year, sequence, clientId, ...invoice } = row.invoice;
	const payments = await listPayments(ctx, invoiceId);
	const policy = await policyOfVersion(ctx, "money", invoice.moneyPolicyVersion);
	const { transferDueDays, transferTo } = await policyInForce(ctx, "collections", invoice.issuedAt);
	return {
		...invoice,
		invoiceId: id,
		number: invoiceNumber(year, sequence),
		cutoffAt: row.cutoffAt,
		clientName: row.clientName ?? "",
		next: nextStep(invoice.paidTotal, policy.discountLadder),
		ladder: shownLadder(policy),
		dueAt: daysLater(invoice.issuedAt, transferDueDays, policy.timeZone),
		transferTo,
		/** What is left to pay. */
		due: invoice.status === "paid" ? zero : amountDue(invoice),
		payments,
		/** What was waived since, and what of it goes back. */
		credits: await listInvoiceCredits(ctx, invoiceId),
		lines: await listInvoiceLines(ctx, invoiceId),
	};
}

export type ShownInvoice = Awaited<ReturnType<typeof getInvoice>>;

const maySee = (actor: Actor, clientId: ClientId): boolean =>
	holds(actor, "manager") || (actor.kind === "person" && actor.clientId === clientId);
