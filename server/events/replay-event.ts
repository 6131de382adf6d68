import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { outbox } from "@/db/schema/events";
import { commonRefusals } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { demandStaff } from "./access";
import { catalog } from "./catalog";
import { eventsRefusals, type replayInput } from "./contracts";
import { OUTBOX_CHANNEL } from "./publish";

/**
 * Tells a fact once more to all who react to it, on whichever engine: the same data at the same moment of business time, under an
 * id of its own. Whoever has taken it in already changes nothing. By an admin, with a reason, on record.
 */
export async function replayEvent(ctx: Ctx, input: z.output<typeof replayInput>): Promise<{ id: string }> {
	demandStaff(ctx.actor, "admin");
	const { idempotencyKey: key, ...asked } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "events.replay", key, input: asked }, async () => {
			const [row] = await tx.db.select().from(outbox).where(eq(outbox.id, input.id)).for("share");
			if (!row) throw commonRefusals.because("not_found");
			if (row.dispatchedAt === null) throw eventsRefusals.because("not_delivered_yet");
			if (catalog.get(row.name)?.schema.safeParse(row.data).success === false) {
				throw eventsRefusals.because("of_an_old_form");
			}
			const { name, version, data, actor, subjects, cause, occurredAt } = row;
			const id = newId<string>();
			const replayOf = row.replayOf ?? row.id;
			await tx.db.insert(outbox).values({ id, name, version, data, actor, subjects, cause, occurredAt, replayOf });
			await audit(tx, {
				action: "events.replay",
				subject: `event:${replayOf}`,
				after: { id, name, subjects },
				reason: input.reason,
			});
			await tx.db.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
			return { id };
		}),
	);
}
