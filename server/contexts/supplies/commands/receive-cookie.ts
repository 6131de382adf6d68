import { eq } from "drizzle-orm";
import type { z } from "zod";
import { cookieOrders } from "@/db/schema/supplies";
import { cookieArrived } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { cookieDelivery } from "../contracts";
import { demandHouse } from "./demand-house";
import { lockOrder, newestKit } from "./lock-order";
import { announceKit } from "./settle-kit";

/**
 * The contractor has brought the cookie. The message may be quicker than the contractor's answer to our order, may come
 * twice, and may come after we gave up: then the cookie can still go into the kit, which does not wait for it.
 * Throws `common.not_found` for a cookie that we did not order.
 */
export async function receiveCookie(ctx: Ctx, delivery: z.output<typeof cookieDelivery>): Promise<void> {
	demandHouse(ctx);
	const { order: orderId, reference } = delivery;
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		const [cookie] = await tx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
		const foreign = cookie?.reference && cookie.reference !== reference;
		if (!order || !cookie || foreign) throw commonRefusals.because("not_found");
		if (cookie.arrivedAt) return;

		const now = tx.clock.now();
		await tx.db
			.update(cookieOrders)
			.set({ state: "arrived", reference, arrivedAt: now })
			.where(eq(cookieOrders.orderId, orderId));
		await audit(tx, {
			action: "supplies.receive-cookie",
			subject: `order:${orderId}`,
			before: { state: cookie.state },
			after: { reference },
		});
		const kit = await newestKit(tx, orderId);
		await publish(tx, cookieArrived, { orderId, assignment: kit.assignment, at: now.toISOString() });
		await announceKit(tx, kit);
	});
}
