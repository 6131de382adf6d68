import { asc, desc } from "drizzle-orm";
import { normalSamples } from "@/db/schema/matching";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const SHOWN = 8;

/** Normal samples by a part of what they are called, those in the pool first. */
export async function listNamed(ctx: Ctx, { search }: { search: string }) {
	demandManager(ctx.actor);
	const { id, name, active } = normalSamples;
	return ctx.db
		.select({ id, name, active })
		.from(normalSamples)
		.where(containing(name, search))
		.orderBy(desc(active), asc(name), asc(id))
		.limit(SHOWN);
}
