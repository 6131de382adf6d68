import { lt } from "drizzle-orm";
import { serviceTypes } from "@/db/schema/supplies";
import type { EventData } from "@/server/events/catalog/_define";
import type { serviceTypeChanged } from "@/server/events/catalog/ordering";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandHouse } from "./demand-house";

type ServiceType = EventData<typeof serviceTypeChanged>;

/** Keeps the newest version of what a kit of this service consists of. Kits requested already stay as they are. */
export async function keepServiceType(ctx: Ctx, { serviceTypeId, version, supplies }: ServiceType): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(serviceTypes)
			.values({ serviceTypeId, version, supplies })
			.onConflictDoUpdate({
				target: serviceTypes.serviceTypeId,
				set: { version, supplies },
				setWhere: lt(serviceTypes.version, version),
			});
	});
}
