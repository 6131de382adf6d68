import { eq } from "drizzle-orm";
import { cookieOrders } from "@/db/schema/supplies";
import { getAccountOfClient } from "@/server/contexts/identity";
import { cookieOrdered } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { after, minutes } from "@/server/kernel/clock";
import { NotYet } from "@/server/kernel/errors";
import type { ClientId, OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { bakerySettings, CookieRefused, type CookieRequest, cookieBaker } from "../adapters/cookie-baker";
import { isAwaited } from "../domain/cookie";
import { demandHouse } from "./demand-house";
import { giveUp } from "./give-up-cookie";
import { type KnownOrder, lockOrder, newestKit } from "./lock-order";
import { announceKit } from "./settle-kit";

type CookieOrder = typeof cookieOrders.$inferSelect;

/**
 * Has the fortune cookie of an order baked. The intent was written with the kit; the call is made outside of any
 * transaction and may be repeated, because the order's id is its idempotency key. What the contractor refuses for good is
 * given up at once; any other failure is written down and thrown, to be tried again.
 */
export async function orderCookie(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<void> {
	demandHouse(ctx);
	const intent = await readIntent(ctx, orderId);
	if (!intent) return;
	const settings = bakerySettings();
	if (!settings) return giveUpOn(ctx, orderId, "there is no contractor");
	try {
		const request = await requestFor(ctx, intent);
		const answer = await cookieBaker(settings).order(request);
		await recordAnswer(ctx, orderId, answer);
	} catch (error) {
		if (error instanceof CookieRefused) return giveUpOn(ctx, orderId, error.message);
		await recordTrouble(ctx, orderId, error);
		throw error;
	}
}

/** The cookie, if it is still to be ordered. Nobody eats the cookie of an order that has ended. */
const readIntent = (ctx: Ctx, orderId: OrderId) =>
	withCookie(ctx, orderId, async (_tx, order, cookie) => (cookie.state === "intent" && !order.endedAt ? cookie : null));

async function requestFor(ctx: Ctx, { orderId, clientId }: { orderId: OrderId; clientId: ClientId }) {
	const client = await getAccountOfClient(ctx, clientId);
	if (!client) throw new NotYet(`client ${clientId} is not known to identity`);
	return { order: orderId, name: client.name, language: client.locale } satisfies CookieRequest;
}

const recordAnswer = (ctx: Ctx, orderId: OrderId, answer: { reference: string; expectedInMinutes: number }) =>
	withCookie(ctx, orderId, async (tx, _order, cookie) => {
		if (cookie.orderedAt) return;
		const now = tx.clock.now();
		await tx.db
			.update(cookieOrders)
			.set({
				state: cookie.state === "intent" ? "ordered" : cookie.state,
				reference: cookie.reference ?? answer.reference,
				orderedAt: now,
				expectedAt: after(now, minutes(answer.expectedInMinutes)),
				trouble: null,
			})
			.where(eq(cookieOrders.orderId, orderId));
		await audit(tx, {
			action: "supplies.order-cookie",
			subject: `order:${orderId}`,
			after: { reference: answer.reference },
		});
		const kit = await newestKit(tx, orderId);
		await publish(tx, cookieOrdered, { orderId, assignment: kit.assignment, at: now.toISOString() });
		await announceKit(tx, kit);
	});

const giveUpOn = (ctx: Ctx, orderId: OrderId, reason: string) =>
	withCookie(ctx, orderId, async (tx, order, cookie) => {
		if (isAwaited(cookie.state)) await giveUp(tx, order, reason);
	});

const recordTrouble = (ctx: Ctx, orderId: OrderId, error: unknown) =>
	withCookie(ctx, orderId, async (tx) => {
		const trouble = error instanceof Error ? error.message.slice(0, 500) : String(error);
		await tx.db.update(cookieOrders).set({ trouble }).where(eq(cookieOrders.orderId, orderId));
		await announceKit(tx, await newestKit(tx, orderId));
	});

/** Throws NotYet when supplies knows of no cookie for the order. */
async function withCookie<Result>(
	ctx: Ctx,
	orderId: OrderId,
	work: (tx: TxCtx, order: KnownOrder, cookie: CookieOrder) => Promise<Result>,
): Promise<Result> {
	return withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		const [cookie] = await tx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
		if (!order || !cookie) throw new NotYet(`no kit was requested for order ${orderId}`);
		return work(tx, order, cookie);
	});
}
