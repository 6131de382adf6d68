import { eq } from "drizzle-orm";
import { requirements } from "@/db/schema/matching";
import { commonRefusals } from "@/server/kernel/errors";
import type { ServiceTypeId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { WantedTrait } from "../contracts";
import { demandManager } from "../domain/access";

type Requirements = { type: ServiceTypeId; version: number; wanted: WantedTrait[] };

/** A manager says which traits a type of service needs. Refused (`common.stale`) when somebody else has said so meanwhile. */
export async function setRequirements(ctx: Ctx, { type, version, wanted }: Requirements): Promise<{ version: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		await tx.db.insert(requirements).values({ type, version: 0, wanted: [] }).onConflictDoNothing();
		const [before] = await tx.db.select().from(requirements).where(eq(requirements.type, type)).for("update");
		if (before?.version !== version) throw commonRefusals.because("stale");
		const after = { version: version + 1, wanted };
		await tx.db.update(requirements).set(after).where(eq(requirements.type, type));
		await audit(tx, {
			action: "matching.set-requirements",
			subject: `service-type:${type}`,
			before: before.wanted,
			after: wanted,
		});
		await announce(tx, { context: "matching", subject: type, audiences: [] });
		return { version: after.version };
	});
}
