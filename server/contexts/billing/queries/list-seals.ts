import { sql } from "drizzle-orm";
import type { z } from "zod";
import { seals } from "@/db/schema/billing-seals";
import type { Ctx } from "@/server/platform/context";
import { readPage } from "@/server/platform/paging";
import { sealsList } from "../contracts";
import { demandManager } from "../domain/ownership";

/** The seals of the closed days. Whether they hold is checked on demand, with the other invariants. */
export async function listSeals(ctx: Ctx, asked: z.output<typeof sealsList.input>) {
	demandManager(ctx.actor);
	return readPage(sealsList, asked, { day: [seals.day] }, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ day: seals.day, transactionCount: seals.transactionCount, sealedAt: seals.sealedAt, key },
				hash: sql<string>`encode(${seals.hash}, 'hex')`,
			})
			.from(seals)
			.where(where)
			.orderBy(...orderBy)
			.limit(limit),
	);
}
