import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { savedViews } from "@/db/schema/identity";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { forgetViewInput } from "../contracts";

/** Forgets one's own view. One that is not there, or somebody else's, is forgotten already. */
export async function forgetView(ctx: Ctx, { viewId }: z.output<typeof forgetViewInput>): Promise<void> {
	if (ctx.actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	await ctx.db.delete(savedViews).where(and(eq(savedViews.id, viewId), eq(savedViews.accountId, ctx.actor.accountId)));
}
