import { and, arrayContains, eq } from "drizzle-orm";
import { outbox } from "@/db/schema/events";
import type { TxCtx } from "@/server/platform/context";
import { catalog } from "./catalog";

/**
 * Blanks what the catalogue calls personal in all stored events about something, such as `application:<id>`: erasing a person
 * leaves that something happened, and takes away with whom. Repeating it does nothing.
 */
export async function blankPersonal(tx: TxCtx, subject: string): Promise<void> {
	const rows = await tx.db
		.select({ sequence: outbox.sequence, name: outbox.name, data: outbox.data })
		.from(outbox)
		.where(arrayContains(outbox.subjects, [subject]));
	for (const { sequence, name, data } of rows) {
		const personal: readonly string[] = catalog.get(name)?.personal ?? [];
		if (personal.length === 0) continue;
		const blank = Object.fromEntries(
			Object.entries(data as Record<string, unknown>).map(([field, value]) => [
				field,
				personal.includes(field) ? blankOf(value) : value,
			]),
		);
		await tx.db
			.update(outbox)
			.set({ data: blank })
			.where(and(eq(outbox.sequence, sequence), eq(outbox.name, name)));
	}
}

const blankOf = (value: unknown): unknown => (typeof value === "string" ? "" : typeof value === "number" ? 1 : null);
