import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { cookieOrders, kitItems } from "@/db/schema/supplies";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { suppliesRefusals, type tickItemInput } from "../contracts";
import { isOnShelf } from "../domain/kit";
import { demandWarehouse } from "./demand-warehouse";
import { lockKit } from "./lock-order";
import { doer, settleKit } from "./settle-kit";

/** Ticks a thing off as being in the kit, or takes the tick away. The first makes it assembled, the last makes it ready. */
export async function tickItem(ctx: Ctx, input: z.output<typeof tickItemInput>): Promise<void> {
	demandWarehouse(ctx);
	const { kitId, position, ticked } = input;
	await withTransaction(ctx, async (tx) => {
		const { kit, order } = await lockKit(tx, kitId);
		const here = and(eq(kitItems.kitId, kitId), eq(kitItems.position, position));
		const [item] = await tx.db.select().from(kitItems).where(here);
		if (!item) throw commonRefusals.because("not_found");
		if ((item.tickedAt !== null) === ticked) return;
		if (!isOnShelf(kit.state)) throw suppliesRefusals.because("not_on_shelf");
		if (ticked && item.kind === "cookie") await demandCookieHere(tx, kit.orderId);

		await tx.db
			.update(kitItems)
			.set(ticked ? { tickedAt: tx.clock.now(), tickedBy: doer(tx) } : { tickedAt: null, tickedBy: null })
			.where(here);
		await audit(tx, {
			action: ticked ? "supplies.tick-item" : "supplies.untick-item",
			subject: `order:${kit.orderId}`,
			after: { assignment: kit.assignment, kind: item.kind, name: item.name },
		});
		await settleKit(tx, kit, order);
		await announce(tx, { context: "supplies", subject: kit.orderId, audiences: ["warehouse"] });
	});
}

async function demandCookieHere(tx: TxCtx, orderId: OrderId): Promise<void> {
	const [cookie] = await tx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
	if (cookie?.state !== "arrived") throw suppliesRefusals.because("cookie_not_here");
}
