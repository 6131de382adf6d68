import { and, asc, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import { payers } from "@/db/schema/billing";
import { invoices } from "@/db/schema/billing-invoices";
import { refunds } from "@/db/schema/billing-refunds";
import { MOST_ATTENTION } from "@/server/kernel/attention";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { invoiceNumber } from "../domain/invoice";

/**
 * Refunds that need a manager: what came by the bank is to be transferred back, a card service has not said for a day and more
 * what became of one, or contradicts itself about one. The caller has seen to who asks.
 */
export async function listDoubtfulRefunds(ctx: Ctx) {
	const isAwaited = and(
		inArray(refunds.state, ["intent", "unknown", "pending"]),
		or(eq(refunds.kind, "bank-transfer"), lt(refunds.begunAt, after(ctx.clock.now(), -days(1)))),
	);
	const isContradicted = isNotNull(refunds.contradictedAt);
	const rows = await ctx.db
		.select({ refund: refunds, year: invoices.year, sequence: invoices.sequence, clientName: payers.name })
		.from(refunds)
		.innerJoin(invoices, eq(invoices.id, refunds.invoiceId))
		.leftJoin(payers, eq(payers.clientId, refunds.clientId))
		.where(or(isAwaited, isContradicted))
		.orderBy(asc(refunds.begunAt), asc(refunds.id))
		.limit(MOST_ATTENTION);
	return rows.map(({ refund: { id, invoiceId, amount, contradictedAt, kind }, year, sequence, clientName }) => ({
		...{ refundId: id, invoiceId, number: invoiceNumber(year, sequence), clientName: clientName ?? "", amount },
		trouble: troubleOf(contradictedAt, kind),
	}));
}

function troubleOf(contradictedAt: Date | null, kind: string): "contradicted" | "transfer" | "unanswered" {
	if (contradictedAt) return "contradicted";
	return kind === "bank-transfer" ? "transfer" : "unanswered";
}
