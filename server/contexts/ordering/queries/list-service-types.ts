import { asc, desc, eq } from "drizzle-orm";
import { serviceTypes } from "@/db/schema/ordering";
import { money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandManager } from "../domain/access";

/** What can be ordered now, with its price before any discount. */
export const listServiceTypes = (ctx: Ctx) =>
	ctx.db
		.select({
			serviceTypeId: serviceTypes.id,
			name: serviceTypes.name,
			description: serviceTypes.description,
			icon: serviceTypes.icon,
			durationMinutes: serviceTypes.durationMinutes,
			price: serviceTypes.basePrice,
		})
		.from(serviceTypes)
		.where(eq(serviceTypes.active, true))
		.orderBy(asc(serviceTypes.createdAt), asc(serviceTypes.id));

/** All service types, retired ones last, and what a new one starts with. For managers. */
export async function listAllServiceTypes(ctx: Ctx) {
	demandManager(ctx.actor);
	const { basePrice } = await policyInForce(ctx, "money");
	const types = await ctx.db
		.select({
			serviceTypeId: serviceTypes.id,
			version: serviceTypes.version,
			name: serviceTypes.name,
			description: serviceTypes.description,
			icon: serviceTypes.icon,
			durationMinutes: serviceTypes.durationMinutes,
			basePrice: serviceTypes.basePrice,
			supplies: serviceTypes.supplies,
			active: serviceTypes.active,
		})
		.from(serviceTypes)
		.orderBy(desc(serviceTypes.active), asc(serviceTypes.createdAt), asc(serviceTypes.id));
	return { types, startingPrice: money(BigInt(basePrice)) };
}
