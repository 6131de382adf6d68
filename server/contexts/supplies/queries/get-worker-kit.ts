import { and, desc, eq } from "drizzle-orm";
import { kits } from "@/db/schema/supplies";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { KitState } from "../domain/kit";

/** How far the worker's own kit for an order is. Somebody else's does not exist for them. */
export async function getWorkerKit(
	ctx: Ctx,
	{ orderId }: { orderId: OrderId },
): Promise<{ state: KitState; returnDue: boolean; issuedAt: Date | null }> {
	const workerId = ctx.actor.kind === "person" ? ctx.actor.workerId : null;
	if (!workerId) throw commonRefusals.because("not_allowed");
	const [kit] = await ctx.db
		.select({ state: kits.state, returnDue: kits.returnDue, issuedAt: kits.issuedAt })
		.from(kits)
		.where(and(eq(kits.orderId, orderId), eq(kits.workerId, workerId)))
		.orderBy(desc(kits.assignment))
		.limit(1);
	if (!kit) throw commonRefusals.because("not_found");
	return kit;
}
