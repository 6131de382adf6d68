import { and, asc, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { runs, tasks } from "@/db/schema/engine";
import { outbox } from "@/db/schema/events";
import { holds } from "@/server/kernel/actor";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import { after, days, minutes } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";

const NEWS_DAYS = 1;
/** What an event or a call may wait before somebody should look: a person expects the next screen in a second. */
const PATIENCE_MINUTES = 1;

/** `failing`: functions gave up. `behind`: events or calls wait too long. Else `well`. */
export type EngineHealth = "well" | "behind" | "failing";

/** How background work goes, in one word, with what failed since yesterday. Times are the machine's. For managers. */
export async function getHealth(ctx: Ctx) {
	if (ctx.actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const now = ctx.clock.systemNow();
	const failed = await ctx.db
		.select({ runId: runs.id, functionId: runs.functionId, createdAt: runs.createdAt })
		.from(runs)
		.where(and(eq(runs.status, "failed"), gt(runs.createdAt, after(now, -days(NEWS_DAYS)))))
		.orderBy(desc(runs.createdAt))
		.limit(MOST_ATTENTION);
	const patience = after(now, -minutes(PATIENCE_MINUTES));
	const [event] = await ctx.db
		.select({ since: outbox.recordedAt })
		.from(outbox)
		.where(isNull(outbox.dispatchedAt))
		.orderBy(asc(outbox.sequence))
		.limit(1);
	const [call] = await ctx.db
		.select({ since: tasks.dueAt })
		.from(tasks)
		.where(lt(tasks.dueAt, patience))
		.orderBy(asc(tasks.dueAt))
		.limit(1);
	const waitingSince = [event?.since, call?.since].filter((since) => since !== undefined && since < patience);
	const behind = waitingSince.length > 0;
	const word: EngineHealth = failed.length > 0 ? "failing" : behind ? "behind" : "well";
	return { word, failed: attention(failed) };
}
