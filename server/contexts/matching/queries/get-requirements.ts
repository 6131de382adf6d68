import { eq } from "drizzle-orm";
import { requirements } from "@/db/schema/matching";
import type { ServiceTypeId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { WantedTrait } from "../contracts";
import { demandManager } from "../domain/access";

/** Which traits a type of service needs; none, at version 0, when nobody has said so. */
export async function getRequirements(
	ctx: Ctx,
	type: ServiceTypeId,
): Promise<{ version: number; wanted: WantedTrait[] }> {
	demandManager(ctx.actor);
	const [row] = await ctx.db.select().from(requirements).where(eq(requirements.type, type));
	return { version: row?.version ?? 0, wanted: row?.wanted ?? [] };
}
