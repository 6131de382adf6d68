import { asc, desc, eq } from "drizzle-orm";
import { zones } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

/** Where chores are done now. */
export const listZones = (ctx: Ctx) =>
	ctx.db
		.select({ zoneId: zones.id, name: zones.name })
		.from(zones)
		.where(eq(zones.active, true))
		.orderBy(asc(zones.id));

/** All zones, those not served any more last. For managers. */
export async function listAllZones(ctx: Ctx) {
	demandManager(ctx.actor);
	return ctx.db
		.select({ zoneId: zones.id, version: zones.version, name: zones.name, active: zones.active })
		.from(zones)
		.orderBy(desc(zones.active), asc(zones.id));
}
