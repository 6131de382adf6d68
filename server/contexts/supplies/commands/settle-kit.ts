import { and, eq } from "drizzle-orm";
import { assignments, cookieOrders, kitItems, kits } from "@/db/schema/supplies";
import { kitIssued, kitIssueUndone, kitReady, kitReturned } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { type KitState, nextChange, settle } from "../domain/kit";
import type { Kit, KnownOrder } from "./lock-order";

/** Who did it, as events and the board name them. */
export const doer = (tx: TxCtx): string => {
	const { name, id } = actorRef(tx.actor);
	return name ?? id ?? "";
};

export async function announceKit(tx: TxCtx, kit: Kit): Promise<void> {
	await announce(tx, {
		context: "supplies",
		subject: kit.orderId,
		audiences: ["warehouse", `worker:${kit.workerId}`, `client:${kit.clientId}`],
	});
}

type Changes = Partial<Pick<Kit, "issuedAt" | "issuedBy" | "issuedRecordedAt" | "broughtBackAt" | "broughtBackBy">>;

/**
 * Brings a kit to the state that the facts known now make of it, and tells everybody what has changed. Every command that
 * learns a fact ends here, under the order's lock, with what it changes about the kit itself; when nothing has changed this
 * does nothing.
 */
export async function settleKit(tx: TxCtx, known: Kit, order: KnownOrder, changes: Changes = {}): Promise<void> {
	const kit = { ...known, ...changes };
	const { state, returnDue } = settle(await readFacts(tx, kit, order));
	if (state === kit.state && returnDue === kit.returnDue) return;

	const at = nextChange(tx.clock.now(), kit.changedAt);
	const handedOut = state === "issued" && kit.issuedAt === null ? { issuedAt: at, issuedBy: doer(tx) } : {};
	const [settled] = await tx.db
		.update(kits)
		.set({ ...changes, ...handedOut, state, returnDue, changedAt: at })
		.where(eq(kits.id, kit.id))
		.returning();
	if (!settled) throw new Error(`kit ${kit.id} is gone from under its lock`);
	await audit(tx, {
		action: "supplies.settle-kit",
		subject: `order:${kit.orderId}`,
		before: { assignment: kit.assignment, state: kit.state, returnDue: kit.returnDue },
		after: { assignment: kit.assignment, state, returnDue },
	});
	const news = newsOf(kit.state, state);
	if (news) {
		const { orderId, workerId, assignment } = kit;
		await publish(tx, news, { orderId, workerId, assignment, by: doer(tx), at: at.toISOString() });
	}
	await announceKit(tx, settled);
}

/** All kits of an order, because a fact about the order may move each of them. */
export async function settleKitsOf(tx: TxCtx, order: KnownOrder): Promise<void> {
	const all = await tx.db.select().from(kits).where(eq(kits.orderId, order.orderId)).orderBy(kits.assignment);
	for (const kit of all) await settleKit(tx, kit, order);
}

async function readFacts(tx: TxCtx, kit: Kit, order: KnownOrder) {
	const here = and(eq(assignments.orderId, kit.orderId), eq(assignments.assignment, kit.assignment));
	const [told] = await tx.db.select().from(assignments).where(here);
	const [cookie] = await tx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, kit.orderId));
	const items = await tx.db.select().from(kitItems).where(eq(kitItems.kitId, kit.id));
	return {
		items: items.map(({ kind, tickedAt }) => ({ kind, ticked: tickedAt !== null })),
		cookieGivenUp: Boolean(cookie?.gaveUpAt),
		issued: kit.issuedAt !== null,
		startedWithKit: told?.startedWithKit === true,
		over: order.endedAt !== null || Boolean(told?.unassignedAt),
		completed: order.completedAssignment === kit.assignment,
		broughtBack: kit.broughtBackAt !== null,
	};
}

function newsOf(before: KitState, now: KitState) {
	if (before === now) return null;
	switch (now) {
		case "ready":
			return before === "issued" ? kitIssueUndone : kitReady;
		case "requested":
		case "assembling":
			return before === "issued" ? kitIssueUndone : null;
		case "issued":
			return before === "returned" ? null : kitIssued;
		case "returned":
			return kitReturned;
		case "used":
			return null;
	}
}
