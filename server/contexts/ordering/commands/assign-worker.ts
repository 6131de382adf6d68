import { eq } from "drizzle-orm";
import { assignments, orders } from "@/db/schema/ordering";
import { clientStanding } from "@/server/contexts/billing";
import type { EventData } from "@/server/events/catalog/_define";
import type { workerMatched } from "@/server/events/catalog/matching";
import { orderAssigned } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { type MoneyWire, toWire } from "@/server/kernel/money";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { stateAfter } from "../domain/order";
import { cancellationIsPending } from "../domain/order.policies";
import { listPriceOf, PRICE_FORMULA_VERSION } from "../domain/price-formula";
import { priceTerms } from "../domain/price-terms";
import { getLatestMatch } from "../queries/get-latest-match";
import { announceOrder } from "./announce-order";
import { describeChore } from "./describe-chore";
import { lockOrder, type OrderRow } from "./lock-order";

type Match = Pick<EventData<typeof workerMatched>, "orderId" | "workerId" | "match">;

/**
 * Gives the order to the worker whom matching chose. The first time it fixes the price; a later worker takes over at
 * the same terms. A match of an order that has ended, has a worker or is being cancelled changes nothing, nor does one told twice.
 */
export async function assignWorker(ctx: Ctx, match: Match): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, match.orderId);
		const state = stateAfter(order.state, "assigned");
		if (!state || cancellationIsPending(order) || (await hasSeen(tx, match))) return;

		const number = order.assignment + 1;
		const terms = order.assignment === 0 ? await termsNow(tx, order) : {};
		const [assigned] = await tx.db
			.update(orders)
			.set({ ...terms, state, workerId: match.workerId, assignment: number, waitingReason: null })
			.where(eq(orders.id, order.id))
			.returning();
		if (!assigned) throw new Error("the order has gone while it was locked");
		const fixed = fixedTerms(assigned);
		await tx.db.insert(assignments).values({
			orderId: order.id,
			number,
			match: match.match,
			workerId: match.workerId,
			price: fixed.price,
			assignedAt: tx.clock.now(),
		});

		await audit(tx, {
			action: "ordering.assign",
			subject: `order:${order.id}`,
			after: { workerId: match.workerId, assignment: number, price: fixed.price },
		});
		await publish(tx, orderAssigned, {
			...describeChore(assigned),
			assignment: number,
			workerId: match.workerId,
			listPrice: toWire(fixed.listPrice),
			discountPercent: fixed.discountPercent,
			price: toWire(fixed.price),
			workerShare: toWire(fixed.workerShare),
			workerPenalty: toWire(fixed.workerPenalty),
			clientPays: {
				completed: toWire(fixed.clientPaysCompleted),
				cancelled: toWire(fixed.clientPaysCancelled),
				failed: toWire(fixed.clientPaysFailed),
			} satisfies Record<string, MoneyWire>,
			moneyPolicyVersion: fixed.moneyPolicyVersion,
			priceFormulaVersion: fixed.priceFormulaVersion,
		});
		await announceOrder(tx, order);
	});
}

/** Matches are numbered: a number not above the latest one is a repetition, or has been overtaken. */
const hasSeen = async (tx: TxCtx, { orderId, match }: Match): Promise<boolean> =>
	match <= (await getLatestMatch(tx, orderId));

/** The client's discount and the policies of this very moment. */
async function termsNow(tx: TxCtx, order: OrderRow) {
	const { discountPercent } = await clientStanding(tx, order.clientId);
	const { clientPays, ...terms } = priceTerms(listPriceOf(order), discountPercent, await policyInForce(tx, "money"));
	return {
		...terms,
		clientPaysCompleted: clientPays.completed,
		clientPaysCancelled: clientPays.cancelled,
		clientPaysFailed: clientPays.failed,
		priceFormulaVersion: PRICE_FORMULA_VERSION,
	};
}

const termNames = [
	"listPrice",
	"discountPercent",
	"price",
	"workerShare",
	"workerPenalty",
	"clientPaysCompleted",
	"clientPaysCancelled",
	"clientPaysFailed",
	"moneyPolicyVersion",
	"priceFormulaVersion",
] as const;
type FixedTerms = { [Name in (typeof termNames)[number]]: NonNullable<OrderRow[Name]> };

/** The database keeps the terms of an assigned order complete; this tells the compiler. */
function fixedTerms(order: OrderRow): FixedTerms {
	if (!hasTerms(order)) throw new Error(`order ${order.id} is assigned without a price`);
	return order;
}

const hasTerms = (order: OrderRow): order is OrderRow & FixedTerms => termNames.every((name) => order[name] !== null);
