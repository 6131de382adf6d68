import { jobs } from "@/db/schema/execution";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderPlaced } from "@/server/events/catalog/ordering";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announceJob } from "./announce-job";

type PlacedOrder = EventData<typeof orderPlaced>;

/** Opens the job of an order that was placed. Opening it again does nothing. */
export async function openJob(ctx: Ctx, order: PlacedOrder): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const { orderId, orderNumber, clientId, serviceTypeId, serviceName, description, place, contact } = order;
		const [opened] = await tx.db
			.insert(jobs)
			.values({
				orderId,
				orderNumber,
				clientId,
				serviceTypeId,
				serviceName,
				description,
				place,
				contact,
				startsAt: new Date(order.startsAt),
				durationMinutes: order.durationMinutes,
			})
			.onConflictDoNothing({ target: jobs.orderId })
			.returning();
		if (opened) await announceJob(tx, opened);
	});
}
