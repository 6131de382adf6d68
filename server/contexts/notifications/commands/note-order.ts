import { assignments, orders } from "@/db/schema/notifications";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned, orderPlaced } from "@/server/events/catalog/ordering";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";

type Chore = EventData<typeof orderPlaced> | EventData<typeof orderAssigned>;

/** Keeps what messages say about an order. Whichever of its events comes first will do: they tell the same. */
export async function noteOrder(ctx: Ctx, chore: Chore): Promise<void> {
	const { orderId, orderNumber, clientId, serviceName, startsAt, durationMinutes, place } = chore;
	await ctx.db
		.insert(orders)
		.values({
			...{ orderId, orderNumber, clientId, serviceName, durationMinutes },
			startsAt: new Date(startsAt),
			address: place.address,
		})
		.onConflictDoNothing();
}

/** Keeps what messages say about an assignment: who comes, and what each ending costs whom. */
export async function noteAssignment(ctx: Ctx, assigned: EventData<typeof orderAssigned>): Promise<void> {
	await noteOrder(ctx, assigned);
	const { orderId, assignment, workerId, clientPays } = assigned;
	await ctx.db
		.insert(assignments)
		.values({
			...{ orderId, assignment, workerId },
			price: fromWire(assigned.price),
			workerShare: fromWire(assigned.workerShare),
			workerPenalty: fromWire(assigned.workerPenalty),
			clientPaysCompleted: fromWire(clientPays.completed),
			clientPaysCancelled: fromWire(clientPays.cancelled),
			clientPaysFailed: fromWire(clientPays.failed),
		})
		.onConflictDoNothing();
}
