import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import { addDays, instantAt } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { begunWords } from "@/server/platform/words";
import type { officeOrdersList } from "../contracts";

export type OfficeFilters = z.output<typeof officeOrdersList.filtersOnly>;

/** Each filter names the orders so, so that it stands within a part of them as well as around it. */
export const found = alias(orders, "found");

/**
 * The orders that the office's filters leave: those filters that have an index in the order of the list, and the rest. Who
 * has an order is indexed by start only, and words are in no order at all.
 */
export async function ordersLike(ctx: Ctx, asked: OfficeFilters, sort: "start" | "number") {
	const person = and(
		asked.clientId && eq(found.clientId, asked.clientId),
		asked.workerId && eq(found.workerId, asked.workerId),
	);
	const trouble = asked.trouble && inTrouble(ctx, asked.trouble);
	const served = and(
		asked.state && eq(found.state, asked.state),
		sort === "start" ? trouble : undefined,
		asked.serviceTypeId && eq(found.serviceTypeId, asked.serviceTypeId),
		sort === "start" ? person : undefined,
		await startingOn(ctx, asked),
	);
	return { served, rest: and(sort === "start" ? undefined : and(person, trouble), await matching(ctx, asked.search)) };
}

const inTrouble = (ctx: Ctx, trouble: NonNullable<OfficeFilters["trouble"]>): SQL | undefined =>
	trouble === "unstaffed"
		? eq(found.state, "placed")
		: and(inArray(found.state, ["placed", "assigned"]), lt(found.startsAt, ctx.clock.now()));

async function startingOn(ctx: Ctx, { from, to }: OfficeFilters): Promise<SQL | undefined> {
	if (!from && !to) return undefined;
	const { timeZone } = await policyInForce(ctx, "money");
	return and(
		from ? gte(found.startsAt, instantAt(from, "00:00", timeZone)) : undefined,
		to ? lt(found.startsAt, instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

const MOST_DIGITS = 9;
const MOST_WORKERS = 50;

/** An order's number, with or without a hash sign; else all of the words, each perhaps only begun, numbers whole. */
async function matching(ctx: Ctx, search: string | undefined): Promise<SQL | undefined> {
	const number = /^#?\s*(\d+)$/.exec(search ?? "")?.[1];
	if (number && number.length <= MOST_DIGITS) return eq(found.number, Number(number));
	const words = begunWords(search);
	if (words === null) return undefined;
	const begun = sql`to_tsquery('simple', ${words})`;
	const named = await ctx.db
		.select({ id: workers.id })
		.from(workers)
		.where(sql`to_tsvector('simple', ${workers.name}) @@ ${begun}`)
		.limit(MOST_WORKERS);
	const inText = sql`${found.search} @@ ${begun}`;
	if (named.length === 0) return inText;
	return or(
		inText,
		inArray(
			found.workerId,
			named.map(({ id }) => id),
		),
	);
}
