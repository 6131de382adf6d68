import { asc } from "drizzle-orm";
import { traits } from "@/db/schema/hiring";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

export type Trait = { trait: string; name: { en: string; ru: string } };

/** The managed list of what a cat can be good or bad at. */
export async function listTraits(ctx: Ctx): Promise<Trait[]> {
	demandManager(ctx.actor);
	return ctx.db.select({ trait: traits.key, name: traits.name }).from(traits).orderBy(asc(traits.key));
}
