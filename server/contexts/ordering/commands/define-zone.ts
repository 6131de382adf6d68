import { eq } from "drizzle-orm";
import type { z } from "zod";
import { zones } from "@/db/schema/ordering";
import { commonRefusals } from "@/server/kernel/errors";
import { newId, type ZoneId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import type { defineZoneInput } from "../contracts";
import { demandManager } from "../domain/access";

type Input = z.output<typeof defineZoneInput>;

/** A manager makes a zone, renames it, or stops or resumes serving it. */
export async function defineZone(ctx: Ctx, input: Input): Promise<{ zoneId: ZoneId }> {
	demandManager(ctx.actor);
	const { idempotencyKey, ...wanted } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "ordering.define-zone", key: idempotencyKey, input: wanted }, async () => {
			const before = await earlierVersion(tx, wanted);
			const id = wanted.zoneId ?? newId<ZoneId>();
			const content = { name: wanted.name, active: wanted.active, version: wanted.version + 1 };
			await tx.db
				.insert(zones)
				.values({ id, ...content })
				.onConflictDoUpdate({ target: zones.id, set: content });
			await audit(tx, { action: "ordering.define-zone", subject: `zone:${id}`, before, after: content });
			await announce(tx, { context: "ordering", subject: id, audiences: [] });
			return { zoneId: id };
		}),
	);
}

/** What is being edited. Refused when it is not there, or when somebody else has edited it since. */
async function earlierVersion(tx: TxCtx, { zoneId, version }: Pick<Input, "zoneId" | "version">) {
	if (!zoneId) {
		if (version !== 0) throw commonRefusals.because("stale");
		return undefined;
	}
	const [known] = await tx.db.select().from(zones).where(eq(zones.id, zoneId)).for("update");
	if (!known) throw commonRefusals.because("not_found");
	if (known.version !== version) throw commonRefusals.because("stale");
	return known;
}
