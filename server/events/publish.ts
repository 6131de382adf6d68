import { sql } from "drizzle-orm";
import type { z } from "zod";
import { prepared } from "@/db/prepared";
import { outbox } from "@/db/schema/events";
import { actorRef } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import type { EventDefinition } from "./catalog/_define";

export const OUTBOX_CHANNEL = "outbox";

const { id, name, version, data, actor, subjects, cause, occurredAt } = outbox;
const write = prepared({ id, name, version, data, actor, subjects, cause, occurredAt }, (db, event) =>
	db
		.insert(outbox)
		.values(event)
		.returning({ told: sql`pg_notify(${OUTBOX_CHANNEL}, '')` }),
);

/**
 * Writes an event to the outbox in the transaction of the change it tells of. It is delivered after the commit, at least
 * once, in any order. Throws when the data does not fit the catalogue.
 */
export async function publish<Schema extends z.ZodObject>(
	tx: TxCtx,
	event: EventDefinition<string, Schema>,
	data: z.input<Schema>,
): Promise<void> {
	await write(tx.db, rowOf(tx, event, data));
}

/** The same for many facts of one kind, at the cost of one. */
export async function publishAll<Schema extends z.ZodObject>(
	tx: TxCtx,
	event: EventDefinition<string, Schema>,
	facts: z.input<Schema>[],
): Promise<void> {
	if (facts.length === 0) return;
	await tx.db.insert(outbox).values(facts.map((data) => rowOf(tx, event, data)));
	await tx.db.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}

function rowOf<Schema extends z.ZodObject>(tx: TxCtx, event: EventDefinition<string, Schema>, given: z.input<Schema>) {
	const payload: Record<string, unknown> = event.schema.parse(given);
	return {
		id: newId<string>(),
		name: event.name,
		version: String(event.version),
		data: payload,
		actor: actorRef(tx.actor),
		subjects: subjectsOf(event.subjects, payload),
		cause: tx.cause ?? tx.requestId,
		occurredAt: tx.clock.now(),
	};
}

/** `orderId: "x"` becomes `order:x`; a field that is null names nothing. */
const subjectsOf = (fields: readonly string[], data: Record<string, unknown>): string[] =>
	fields.flatMap((field) =>
		typeof data[field] === "string" ? [`${field.slice(0, -"Id".length)}:${data[field]}`] : [],
	);
