import { and, arrayContains, asc, inArray, isNull, type SQL } from "drizzle-orm";
import { outbox } from "@/db/schema/events";
import { holds, type Person } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { catalog } from "./catalog";
import type { EventDefinition, ProjectedRole } from "./catalog/_define";
import { orderPlaced } from "./catalog/ordering";

/** An event as somebody may see it in a timeline. */
export type TimelineEvent = {
	id: string;
	name: string;
	meaning: string;
	/** Business time, and the machine's. */
	at: Date;
	recordedAt: Date;
	/** For managers only: who did it, and what came before it. */
	actor: { kind: string; id: string | null; name: string | null } | null;
	cause: string | null;
	data: Record<string, unknown>;
};

const MOST = 500;

/**
 * What happened to an order, in all contexts, oldest first. A manager sees all of it; a client of the order and a worker what
 * the catalogue shows to their role (rule 8 of spec/2-contexts), the worker only what names the worker. For anybody else
 * the order does not exist.
 */
export async function getOrderTimeline(ctx: Ctx, orderId: OrderId): Promise<TimelineEvent[]> {
	const { actor } = ctx;
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	const order = `order:${orderId}`;
	if (holds(actor, "manager")) return (await read(ctx, order)).map((row) => present(row));
	const role = await roleTowards(ctx, order, actor);
	const mine = role === "worker" ? `worker:${actor.workerId}` : order;
	const rows = await read(ctx, order, mine, inArray(outbox.name, namesVisibleTo(role)));
	return rows.map((row) => projected(present(row), role));
}

type Row = typeof outbox.$inferSelect;

const read = (ctx: Ctx, order: string, mine = order, more?: SQL): Promise<Row[]> =>
	ctx.db
		.select()
		.from(outbox)
		.where(and(arrayContains(outbox.subjects, [order, mine]), isNull(outbox.replayOf), more))
		.orderBy(asc(outbox.occurredAt), asc(outbox.sequence))
		.limit(MOST);

async function roleTowards(ctx: Ctx, order: string, { clientId, workerId }: Person): Promise<ProjectedRole> {
	const isAbout = async (subject: string, more?: SQL) => (await read(ctx, order, subject, more)).length > 0;
	if (clientId && (await isAbout(`client:${clientId}`, inArray(outbox.name, [orderPlaced.name])))) return "client";
	if (workerId && (await isAbout(`worker:${workerId}`, inArray(outbox.name, namesVisibleTo("worker")))))
		return "worker";
	throw commonRefusals.because("not_found");
}

const visibleFields = (definition: EventDefinition | undefined, role: ProjectedRole): readonly string[] | undefined =>
	definition?.visibleTo[role];

const namesVisibleTo = (role: ProjectedRole): string[] =>
	[...catalog.values()].filter((definition) => visibleFields(definition, role)).map(({ name }) => name);

const present = (row: Row): TimelineEvent => ({
	id: row.id,
	name: row.name,
	meaning: catalog.get(row.name)?.meaning ?? row.name,
	at: row.occurredAt,
	recordedAt: row.recordedAt,
	actor: row.actor,
	cause: row.cause,
	data: row.data,
});

/** Only the listed fields, and nothing of who or what stands behind the event. */
function projected(event: TimelineEvent, role: ProjectedRole): TimelineEvent {
	const fields = visibleFields(catalog.get(event.name), role) ?? [];
	const data = Object.fromEntries(Object.entries(event.data).filter(([field]) => fields.includes(field)));
	return { ...event, actor: null, cause: null, data };
}
