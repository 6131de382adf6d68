import { desc, eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import { getAccountOfClient } from "@/server/contexts/identity";
import type { ZoneId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandClient } from "../domain/access";

type Remembered = {
	place: { zoneId: ZoneId; address: string; note: string } | null;
	contact: { name: string; phone: string };
};

/** Where the client's last order was and whom to call; for the first order, what identity knows of the client. */
export async function getRememberedPlace(ctx: Ctx): Promise<Remembered> {
	const clientId = demandClient(ctx.actor);
	const [last] = await ctx.db
		.select()
		.from(orders)
		.where(eq(orders.clientId, clientId))
		.orderBy(desc(orders.placedAt), desc(orders.number))
		.limit(1);
	if (last) {
		return {
			place: { zoneId: last.zoneId, address: last.address, note: last.placeNote },
			contact: { name: last.contactName, phone: last.contactPhone },
		};
	}
	const account = await getAccountOfClient(ctx, clientId);
	return { place: null, contact: { name: account?.name ?? "", phone: account?.phone ?? "" } };
}
