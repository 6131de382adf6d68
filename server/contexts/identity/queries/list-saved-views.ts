import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { savedViews } from "@/db/schema/identity";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { savedViewsInput } from "../contracts";

/** How the signed-in person likes to see a list, by name. */
export async function listSavedViews(ctx: Ctx, { list }: z.output<typeof savedViewsInput>) {
	if (ctx.actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	return ctx.db
		.select({ viewId: savedViews.id, name: savedViews.name, query: savedViews.query })
		.from(savedViews)
		.where(and(eq(savedViews.accountId, ctx.actor.accountId), eq(savedViews.list, list)))
		.orderBy(asc(savedViews.name));
}
