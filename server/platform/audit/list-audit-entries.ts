import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/platform";
import { holds } from "@/server/kernel/actor";
import { addDays, instantAt } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "../context";
import { type Counted, countRows, readPage } from "../paging";
import { policyInForce } from "../policies";
import { auditList } from "./contracts";

type Filters = z.output<typeof auditList.filtersOnly>;

const keys = { at: [auditEntries.at, auditEntries.id] };

/** Who did what, to what, when, why and from where. There is no way to change an entry; the database refuses it, too. */
export async function listAuditEntries(ctx: Ctx, asked: z.output<typeof auditList.input>) {
	demandManager(ctx);
	const like = await entriesLike(ctx, asked);
	return readPage(auditList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ entryId: auditEntries.id, at: auditEntries.at, recordedAt: auditEntries.recordedAt },
				...{ actor: auditEntries.actor, action: auditEntries.action, subject: auditEntries.subject },
				...{ before: auditEntries.before, after: auditEntries.after, reason: auditEntries.reason },
				...{ requestId: auditEntries.requestId, address: auditEntries.address, key },
			})
			.from(auditEntries)
			.where(and(like, where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

export async function countAuditEntries(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx);
	return countRows(ctx, auditEntries, await entriesLike(ctx, filters));
}

/** Every action that was ever recorded. It jumps along the index from one to the next instead of reading all entries. */
export async function listAuditActions(ctx: Ctx): Promise<string[]> {
	demandManager(ctx);
	const rows = await ctx.db.execute<{ action: string }>(sql`
		with recursive actions as (
			(select action from ${auditEntries} order by action limit 1)
			union all
			select (select next.action from ${auditEntries} next where next.action > actions.action order by next.action limit 1)
			from actions where actions.action is not null
		)
		select action from actions where action is not null`);
	return rows.map(({ action }) => action);
}

async function entriesLike(ctx: Ctx, { actor, action, subject, from, to }: Filters): Promise<SQL | undefined> {
	const timeZone = from || to ? (await policyInForce(ctx, "money")).timeZone : "UTC";
	return and(
		actor ? sql`${auditEntries.actor} ->> 'id' = ${actor}` : undefined,
		action ? eq(auditEntries.action, action) : undefined,
		subject ? eq(auditEntries.subject, subject) : undefined,
		from ? gte(auditEntries.at, instantAt(from, "00:00", timeZone)) : undefined,
		to ? lt(auditEntries.at, instantAt(addDays(to, 1), "00:00", timeZone)) : undefined,
	);
}

function demandManager({ actor }: Ctx): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
