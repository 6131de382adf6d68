import { and, desc, eq } from "drizzle-orm";
import { kits } from "@/db/schema/supplies";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { coarse } from "../domain/kit";

/** How far the supplies for the client's own order are, in three words. */
export async function getClientKit(
	ctx: Ctx,
	{ orderId }: { orderId: OrderId },
): Promise<{ state: "requested" | "ready" | "issued" }> {
	const clientId = ctx.actor.kind === "person" ? ctx.actor.clientId : null;
	if (!clientId) throw commonRefusals.because("not_allowed");
	const [kit] = await ctx.db
		.select({ state: kits.state, issuedAt: kits.issuedAt })
		.from(kits)
		.where(and(eq(kits.orderId, orderId), eq(kits.clientId, clientId)))
		.orderBy(desc(kits.assignment))
		.limit(1);
	if (!kit) throw commonRefusals.because("not_found");
	return { state: coarse(kit.state, kit.issuedAt !== null) };
}
