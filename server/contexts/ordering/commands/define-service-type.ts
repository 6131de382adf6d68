import { eq } from "drizzle-orm";
import type { z } from "zod";
import { serviceTypes } from "@/db/schema/ordering";
import { serviceTypeChanged } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import { newId, type ServiceTypeId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import type { defineServiceTypeInput } from "../contracts";
import { demandManager } from "../domain/access";

type Input = z.output<typeof defineServiceTypeInput>;

/** A manager makes a service type, edits it, retires it or brings it back. Orders that are placed keep what they were placed with. */
export async function defineServiceType(ctx: Ctx, input: Input): Promise<{ serviceTypeId: ServiceTypeId }> {
	demandManager(ctx.actor);
	const { idempotencyKey, ...wanted } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "ordering.define-service-type", key: idempotencyKey, input: wanted }, async () => {
			const before = await earlierVersion(tx, wanted);
			const { serviceTypeId, version, ...content } = wanted;
			const row = { ...content, id: serviceTypeId ?? newId<ServiceTypeId>(), version: version + 1 };
			const { id, ...changes } = row;
			await tx.db.insert(serviceTypes).values(row).onConflictDoUpdate({ target: serviceTypes.id, set: changes });
			await audit(tx, {
				action: "ordering.define-service-type",
				subject: `service-type:${id}`,
				before,
				after: changes,
			});
			await publish(tx, serviceTypeChanged, {
				serviceTypeId: id,
				version: row.version,
				name: row.name,
				icon: row.icon,
				durationMinutes: row.durationMinutes,
				supplies: row.supplies,
				active: row.active,
			});
			await announce(tx, { context: "ordering", subject: id, audiences: [] });
			return { serviceTypeId: id };
		}),
	);
}

/** What is being edited. Refused when it is not there, or when somebody else has edited it since. */
async function earlierVersion(tx: TxCtx, { serviceTypeId, version }: Pick<Input, "serviceTypeId" | "version">) {
	if (!serviceTypeId) {
		if (version !== 0) throw commonRefusals.because("stale");
		return undefined;
	}
	const [known] = await tx.db.select().from(serviceTypes).where(eq(serviceTypes.id, serviceTypeId)).for("update");
	if (!known) throw commonRefusals.because("not_found");
	if (known.version !== version) throw commonRefusals.because("stale");
	return known;
}
