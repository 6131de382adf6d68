import { and, arrayOverlaps, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { outbox } from "@/db/schema/events";
import { addDays, instantAt } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { policyInForce } from "@/server/platform/policies";
import { demandStaff } from "./access";
import { catalog } from "./catalog";
import { eventsList } from "./contracts";

type Filters = z.output<typeof eventsList.filtersOnly>;

const columns = {
	id: outbox.id,
	name: outbox.name,
	actor: outbox.actor,
	subjects: outbox.subjects,
	at: outbox.occurredAt,
	dispatchedAt: outbox.dispatchedAt,
	replayOf: outbox.replayOf,
};

/** The house's facts as the filters leave them, newest first unless asked otherwise. For managers. */
export async function listEvents(ctx: Ctx, asked: z.output<typeof eventsList.input>) {
	demandStaff(ctx.actor, "manager");
	const like = await eventsLike(ctx, asked);
	const keys = { at: [outbox.occurredAt, outbox.sequence] };
	return readPage(eventsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...columns, key })
			.from(outbox)
			.where(and(like, where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

/** How many events the filters leave. */
export async function countEvents(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandStaff(ctx.actor, "manager");
	return countRows(ctx, outbox, await eventsLike(ctx, filters));
}

async function eventsLike(ctx: Ctx, { type, owner, search, from, to }: Filters): Promise<SQL | undefined> {
	const { timeZone } = await policyInForce(ctx, "money");
	return and(
		type ? eq(outbox.name, type) : undefined,
		owner ? and(gte(outbox.name, `${owner}/`), lt(outbox.name, `${owner}0`)) : undefined,
		search ? about(ctx, search) : undefined,
		from ? gte(outbox.occurredAt, instantAt(from, "00:00", timeZone)) : undefined,
		to ? lt(outbox.occurredAt, instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

/** As an array, so that the few are looked up and sorted: the planner would rather look along all events for them. */
function about(ctx: Ctx, search: string): SQL {
	const found = ctx.db
		.select({ sequence: outbox.sequence })
		.from(outbox)
		.where(or(eq(outbox.id, search), arrayOverlaps(outbox.subjects, aboutAny(search))));
	return sql`${outbox.sequence} = any(array(${found}))`;
}

/** What the catalogue's events can be about: `order`, `worker`, … */
const kinds = [
	...new Set([...catalog.values()].flatMap(({ subjects }) => subjects.map((field) => field.slice(0, -"Id".length)))),
];

/** `order:<id>` as it stands; an id alone may be that of anything. */
export const aboutAny = (search: string): string[] =>
	search.includes(":") ? [search] : kinds.map((kind) => `${kind}:${search}`);
