import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { payouts } from "@/db/schema/billing-payouts";
import type { Ctx } from "@/server/platform/context";
import type { payoutsInput } from "../contracts";
import { workerOf } from "../domain/ownership";
import { payoutNumber } from "../domain/payout";

/** Two years of months. */
const PAGE = 24;

/** All payouts of the signed-in worker, the newest first, a page at a time. */
export async function listPayouts(ctx: Ctx, { cursor }: z.output<typeof payoutsInput>) {
	const rows = await ctx.db
		.select()
		.from(payouts)
		.where(and(eq(payouts.workerId, workerOf(ctx.actor)), cursor ? lt(payouts.month, cursor) : undefined))
		.orderBy(desc(payouts.month))
		.limit(PAGE + 1);
	const shown = rows.slice(0, PAGE).map(({ id, year, sequence, month, amount, carriedOut, status }) => ({
		...{ payoutId: id, number: payoutNumber(year, sequence), month, amount, carriedOut, status },
	}));
	return { payouts: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.month ?? null) : null };
}
