import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import { addDays, instantAt } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { officeOrdersList } from "../contracts";

export type OfficeFilters = z.output<typeof officeOrdersList.filtersOnly>;

/** The orders that the office's filters leave. */
export async function ordersLike(ctx: Ctx, asked: OfficeFilters): Promise<SQL | undefined> {
	return and(
		asked.state && eq(orders.state, asked.state),
		asked.trouble && inTrouble(ctx, asked.trouble),
		asked.serviceTypeId && eq(orders.serviceTypeId, asked.serviceTypeId),
		asked.clientId && eq(orders.clientId, asked.clientId),
		asked.workerId && eq(orders.workerId, asked.workerId),
		await startingOn(ctx, asked),
		await matching(ctx, asked.search),
	);
}

const inTrouble = (ctx: Ctx, trouble: NonNullable<OfficeFilters["trouble"]>): SQL | undefined =>
	trouble === "unstaffed"
		? eq(orders.state, "placed")
		: and(inArray(orders.state, ["placed", "assigned"]), lt(orders.startsAt, ctx.clock.now()));

async function startingOn(ctx: Ctx, { from, to }: OfficeFilters): Promise<SQL | undefined> {
	if (!from && !to) return undefined;
	const { timeZone } = await policyInForce(ctx, "money");
	return and(
		from ? gte(orders.startsAt, instantAt(from, "00:00", timeZone)) : undefined,
		to ? lt(orders.startsAt, instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

const MOST_DIGITS = 9;
const MOST_WORKERS = 50;

/** An order's number, with or without a hash sign; else all of the words, each perhaps only begun. */
async function matching(ctx: Ctx, search: string | undefined): Promise<SQL | undefined> {
	const number = /^#?\s*(\d+)$/.exec(search ?? "")?.[1];
	if (number && number.length <= MOST_DIGITS) return eq(orders.number, Number(number));
	const words = (search ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
	if (words.length === 0) return undefined;
	const begun = sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(" & ")})`;
	const named = await ctx.db
		.select({ id: workers.id })
		.from(workers)
		.where(sql`to_tsvector('simple', ${workers.name}) @@ ${begun}`)
		.limit(MOST_WORKERS);
	const inText = sql`${orders.search} @@ ${begun}`;
	if (named.length === 0) return inText;
	return or(
		inText,
		inArray(
			orders.workerId,
			named.map(({ id }) => id),
		),
	);
}
