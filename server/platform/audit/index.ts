import { getTableColumns } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { auditEntries } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import type { TxCtx } from "../context";

type AuditEntry = {
	/** `context.verb`, as in `ordering.place`. */
	action: string;
	/** `order:<id>`, `account:<id>`, … */
	subject: string;
	before?: unknown;
	after?: unknown;
	/** Why, where the person was asked. */
	reason?: string;
};

const { recordedAt: _recordedAt, ...written } = getTableColumns(auditEntries);
const write = prepared(written, (db, entry) => db.insert(auditEntries).values(entry));

/** Records who did what, in the transaction that does it. Rows can't be changed or deleted. */
export async function audit(tx: TxCtx, entry: AuditEntry): Promise<void> {
	await write(tx.db, {
		id: newId(),
		at: tx.clock.now(),
		actor: actorRef(tx.actor),
		action: entry.action,
		subject: entry.subject,
		before: toJson(entry.before),
		after: toJson(entry.after),
		reason: entry.reason ?? null,
		requestId: tx.requestId,
		address: tx.address,
	});
}

const toJson = (value: unknown): unknown =>
	value === undefined
		? null
		: JSON.parse(JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? part.toString() : part)));
