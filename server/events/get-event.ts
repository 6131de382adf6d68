import { asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { outbox } from "@/db/schema/events";
import type { ActorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { demandStaff } from "./access";
import { catalog } from "./catalog";
import type { eventInput } from "./contracts";

/** One link of the chain of causes: how far before (negative) or after the event it is. */
export type ChainLink = { id: string; name: string; distance: number; actor: ActorRef };

const FARTHEST = 20;
const MOST_EFFECTS = 200;

/**
 * One event: its payload, where it came from and what came of it. Fields that the catalogue marks as personal are there only
 * when they are asked for. For managers.
 */
export async function getEvent(ctx: Ctx, { id, personal }: z.output<typeof eventInput>) {
	demandStaff(ctx.actor, "manager");
	const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
	if (!row) throw commonRefusals.because("not_found");
	const { sequence: _sequence, relayedUntil, data, ...event } = row;
	const definition = catalog.get(row.name);
	const marked: readonly string[] = definition?.personal ?? [];
	const shown = Object.entries(data).filter(([field]) => personal || !marked.includes(field));
	const [causes, effects, replays] = await Promise.all([
		causesOf(ctx, row.cause),
		effectsOf(ctx, id),
		ctx.db
			.select({ id: outbox.id, at: outbox.recordedAt })
			.from(outbox)
			.where(eq(outbox.replayOf, id))
			.orderBy(asc(outbox.sequence)),
	]);
	return {
		...event,
		meaning: definition?.meaning ?? null,
		/** Set aside for a while after it could not be delivered. */
		heldUntil: row.dispatchedAt === null ? relayedUntil : null,
		data: Object.fromEntries(shown),
		personalFields: Object.keys(data).filter((field) => marked.includes(field)),
		causes,
		effects,
		replays,
	};
}

/** The events before, nearest last. The first cause of all is a request or a tick, and no event. */
async function causesOf(ctx: Ctx, cause: string | null): Promise<ChainLink[]> {
	if (cause === null) return [];
	const rows = await ctx.db.execute<ChainLink>(sql`
		with recursive chain as (
			select id, name, actor, cause, -1 as distance from events.outbox where id = ${cause}
			union all
			select o.id, o.name, o.actor, o.cause, chain.distance - 1 from chain join events.outbox o on o.id = chain.cause
			where chain.distance > ${-FARTHEST}
		)
		select id, name, actor, distance from chain order by distance`);
	return [...rows];
}

/** The events that followed from it, and those that followed from these, in the order in which they were told. */
async function effectsOf(ctx: Ctx, id: string): Promise<ChainLink[]> {
	const rows = await ctx.db.execute<ChainLink>(sql`
		with recursive chain as (
			select id, name, actor, sequence, 1 as distance, array[sequence] as path from events.outbox where cause = ${id}
			union all
			select o.id, o.name, o.actor, o.sequence, chain.distance + 1, chain.path || o.sequence
			from chain join events.outbox o on o.cause = chain.id where chain.distance < ${FARTHEST}
		)
		select id, name, actor, distance from chain order by path limit ${MOST_EFFECTS}`);
	return [...rows];
}
