import { and, eq, isNotNull, ne } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { payers } from "@/db/schema/billing";
import { invoices } from "@/db/schema/billing-invoices";
import type { ClientId } from "@/server/kernel/ids";
import type { Money, Percent } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { discountFor } from "../domain/discount";
import { balanceOf, balancesOf } from "../ledger/balance";

/** `inactive`: identity has switched the payer off. `overdue`: an invoice was not paid in time. */
type Objection = "inactive" | "overdue";

type ClientStanding = {
	/** What the client has paid since ever, net of refunds. */
	paidTotal: Money;
	/** By the ladder in force now. */
	discountPercent: Percent;
	/** What billing has against a new order of this client. */
	objection: Objection | null;
};

/** Everything by which a client's paid total rises and falls. */
const PAYMENTS: Parameters<typeof balanceOf>[2] = ["opening-payment", "payment", "refund", "charge-back"];

export const paidTotalOf = (ctx: Ctx, clientId: ClientId): Promise<Money> =>
	balanceOf(ctx, { kind: "client", ownerId: clientId }, PAYMENTS);

/** The same for many clients at once; whoever has paid nothing is not in it. */
export const paidTotalsOf = (ctx: Ctx, clientIds: ClientId[]): Promise<Map<ClientId, Money>> =>
	balancesOf(ctx, "client", clientIds, PAYMENTS);

const payerOf = prepared({ clientId: payers.clientId }, (db, { clientId }) =>
	db.select({ active: payers.active }).from(payers).where(eq(payers.clientId, clientId)),
);

const overdueOf = prepared({ clientId: invoices.clientId }, (db, { clientId }) =>
	db
		.select({ id: invoices.id })
		.from(invoices)
		.where(and(eq(invoices.clientId, clientId), isNotNull(invoices.overdueAt), ne(invoices.status, "paid")))
		.limit(1),
);

/** Ordering's question before it takes an order. Who is not heard of yet may order; who tries to pay what is overdue may not. */
export async function objectionTo(ctx: Ctx, clientId: ClientId): Promise<Objection | null> {
	const [payer] = await payerOf(ctx.db, { clientId });
	if (payer && !payer.active) return "inactive";
	const [overdue] = await overdueOf(ctx.db, { clientId });
	return overdue ? "overdue" : null;
}

/** All of it at once, answered from the ledger as `ctx.db` sees it (a transaction's own view inside one). */
export async function clientStanding(ctx: Ctx, clientId: ClientId): Promise<ClientStanding> {
	const { discountLadder } = await policyInForce(ctx, "money");
	const paidTotal = await paidTotalOf(ctx, clientId);
	return {
		paidTotal,
		discountPercent: discountFor(paidTotal, discountLadder),
		objection: await objectionTo(ctx, clientId),
	};
}
