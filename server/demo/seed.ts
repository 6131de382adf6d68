import { eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema/platform";
import { idle } from "@/server/engine/time-machine";
import { system } from "@/server/kernel/actor";
import { after, days } from "@/server/kernel/clock";
import { audit } from "@/server/platform/audit";
import { beginBusinessTimeAt, followBusinessClock, moveBusinessTimeTo } from "@/server/platform/business-clock";
import { at, type Ctx, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { layCompany } from "./company";
import { HISTORY_DAYS, liveThroughHistory } from "./history";

/**
 * Fills an empty demo: the company, and two days of history made by running the real commands while business time passes.
 * The engine of the running server does the background work.
 */
export async function seedDemo(): Promise<void> {
	const ctx = createCtx({ actor: system("demo/seed") });
	await followBusinessClock();
	const begin = await beginning(ctx);
	await beginBusinessTimeAt(begin);
	const { timeZone } = await policyInForce(ctx, "money");
	const company = await layCompany(ctx);
	await liveThroughHistory(ctx, company, begin, timeZone);
	await moveBusinessTimeTo(ctx.clock.systemNow());
	await idle();
}

/** When the demo's history begins: settled at the first filling, so that one that was cut off goes on with the same days. */
async function beginning(ctx: Ctx): Promise<Date> {
	const noted = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, "demo:history"));
	if (noted[0]) return noted[0].at;
	const begin = after(ctx.clock.systemNow(), -days(HISTORY_DAYS));
	await withTransaction(at(ctx, begin), (tx) => audit(tx, { action: "demo.begin", subject: "demo:history" }));
	return begin;
}
