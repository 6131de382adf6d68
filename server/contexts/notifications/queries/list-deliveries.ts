import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { messages, recipients } from "@/db/schema/notifications";
import { addDays, instantAt } from "@/server/kernel/calendar";
import type { OrderId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { policyInForce } from "@/server/platform/policies";
import { deliveriesList, type MessageState } from "../contracts";
import { demandStaff } from "../domain/access";
import { inBrief } from "./list-mailbox";

type Filters = z.output<typeof deliveriesList.filtersOnly>;

/** Every message to everybody with what became of it, newest first unless asked otherwise. */
export async function listDeliveries(ctx: Ctx, asked: z.output<typeof deliveriesList.input>) {
	demandStaff(ctx.actor, "manager");
	const like = await messagesLike(ctx, asked);
	return readPage(deliveriesList, asked, { at: [messages.createdAt, messages.id] }, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...inBrief, copyOf: messages.copyOf, key })
			.from(messages)
			.where(and(like, where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

/** How many messages the filters leave. */
export async function countDeliveries(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandStaff(ctx.actor, "manager");
	return countRows(ctx, messages, await messagesLike(ctx, filters));
}

/** Messages of the last day of business time by state, and all that wait. */
export async function getDeliveryFigures(ctx: Ctx): Promise<Record<MessageState, number>> {
	demandStaff(ctx.actor, "manager");
	const since = sql`${ctx.clock.now().toISOString()}::timestamptz - interval '1 day'`;
	const rows = await ctx.db
		.select({ status: messages.status, count: sql<number>`count(*)::int` })
		.from(messages)
		.where(or(eq(messages.status, "queued"), gte(messages.createdAt, since)))
		.groupBy(messages.status);
	return {
		queued: 0,
		sent: 0,
		mailbox: 0,
		failed: 0,
		...Object.fromEntries(rows.map((row) => [row.status, row.count])),
	};
}

async function messagesLike(ctx: Ctx, { state, search, from, to }: Filters): Promise<SQL | undefined> {
	const { timeZone } = await policyInForce(ctx, "money");
	return and(
		state ? eq(messages.status, state) : undefined,
		search ? searched(ctx, search) : undefined,
		from ? gte(messages.createdAt, instantAt(from, "00:00", timeZone)) : undefined,
		to ? lt(messages.createdAt, instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

function searched(ctx: Ctx, search: string): SQL | undefined {
	if (z.uuid().safeParse(search).success) {
		return or(eq(messages.id, search), eq(messages.orderId, search as OrderId), eq(messages.copyOf, search));
	}
	const named = containing(sql`(${recipients.name} || ' ' || ${recipients.email})`, search);
	const people = ctx.db.select({ id: recipients.accountId }).from(recipients).where(named);
	const candidate = containing(sql`(${messages.recipientName} || ' ' || ${messages.email})`, search);
	// Each by its own index; an "or" would read them all.
	const toPeople = ctx.db.select({ id: messages.id }).from(messages).where(inArray(messages.accountId, people));
	const toCandidates = ctx.db
		.select({ id: messages.id })
		.from(messages)
		.where(and(isNull(messages.accountId), candidate));
	return inArray(messages.id, toPeople.unionAll(toCandidates));
}
