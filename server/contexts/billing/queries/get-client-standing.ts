import { eq } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { payers } from "@/db/schema/billing";
import type { ClientId } from "@/server/kernel/ids";
import type { Money, Percent } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { discountFor } from "../domain/discount";
import { balanceOf, balancesOf } from "../ledger/balance";

type ClientStanding = {
	/** What the client has paid since ever, net of refunds. */
	paidTotal: Money;
	/** By the ladder in force now. */
	discountPercent: Percent;
	/** Whether billing has anything against a new order of this client. */
	mayOrder: boolean;
};

/** Everything by which a client's paid total rises and falls. */
const PAYMENTS: Parameters<typeof balanceOf>[2] = ["opening-payment"];

export const paidTotalOf = (ctx: Ctx, clientId: ClientId): Promise<Money> =>
	balanceOf(ctx, { kind: "client", ownerId: clientId }, PAYMENTS);

/** The same for many clients at once; whoever has paid nothing is not in it. */
export const paidTotalsOf = (ctx: Ctx, clientIds: ClientId[]): Promise<Map<ClientId, Money>> =>
	balancesOf(ctx, "client", clientIds, PAYMENTS);

const payerOf = prepared({ clientId: payers.clientId }, (db, { clientId }) =>
	db.select({ active: payers.active }).from(payers).where(eq(payers.clientId, clientId)),
);

/** Ordering's question before it takes an order: a payer whom identity has switched off may not; one not heard of yet may. */
export async function mayOrder(ctx: Ctx, clientId: ClientId): Promise<boolean> {
	const [payer] = await payerOf(ctx.db, { clientId });
	return payer?.active ?? true;
}

/** All of it at once, answered from the ledger as `ctx.db` sees it (a transaction's own view inside one). */
export async function clientStanding(ctx: Ctx, clientId: ClientId): Promise<ClientStanding> {
	const { discountLadder } = await policyInForce(ctx, "money");
	const paidTotal = await paidTotalOf(ctx, clientId);
	return {
		paidTotal,
		discountPercent: discountFor(paidTotal, discountLadder),
		mayOrder: await mayOrder(ctx, clientId),
	};
}
