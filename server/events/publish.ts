import { sql } from "drizzle-orm";
import type { z } from "zod";
import { outbox } from "@/db/schema/events";
import { actorRef } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import type { EventDefinition } from "./catalog/_define";

export const OUTBOX_CHANNEL = "outbox";

/**
 * Writes an event to the outbox in the transaction of the change it tells of. It is delivered after the commit, at least
 * once, in any order. Throws when the data does not fit the catalogue.
 */
export const publish = <Schema extends z.ZodObject>(
	tx: TxCtx,
	event: EventDefinition<string, Schema>,
	data: z.input<Schema>,
): Promise<void> => publishAll(tx, event, [data]);

/** The same for many facts of one kind, at the cost of one. */
export async function publishAll<Schema extends z.ZodObject>(
	tx: TxCtx,
	event: EventDefinition<string, Schema>,
	facts: z.input<Schema>[],
): Promise<void> {
	if (facts.length === 0) return;
	const common = {
		...{ name: event.name, version: String(event.version), actor: actorRef(tx.actor) },
		...{ cause: tx.cause ?? tx.requestId, occurredAt: tx.clock.now() },
	};
	const rows = facts.map((fact) => {
		const data: Record<string, unknown> = event.schema.parse(fact);
		return { ...common, id: newId<string>(), data, subjects: subjectsOf(event.subjects, data) };
	});
	await tx.db.insert(outbox).values(rows);
	await tx.db.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}

/** `orderId: "x"` becomes `order:x`; a field that is null names nothing. */
const subjectsOf = (fields: readonly string[], data: Record<string, unknown>): string[] =>
	fields.flatMap((field) =>
		typeof data[field] === "string" ? [`${field.slice(0, -"Id".length)}:${data[field]}`] : [],
	);
