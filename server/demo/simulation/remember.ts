import { type ClientId, type OrderId, type ServiceTypeId, workerId } from "@/server/kernel/ids";
import type { DemoWorker } from "../people";
import type { Happened } from "./act";
import type { KnownOrder, World } from "./world";

/** People remember what an order was about, for later facts name only its id. */
export function remember(world: World, { name, data }: Happened): void {
	if (name !== "ordering/order.placed") return;
	const orderId = data.orderId as OrderId;
	world.orders.set(orderId, {
		orderId,
		client: world.clients.get(data.clientId as ClientId) ?? null,
		startsAt: new Date(String(data.startsAt)),
		durationMinutes: Number(data.durationMinutes),
		serviceTypeId: data.serviceTypeId as ServiceTypeId,
	});
}

/** The order that a fact is about. */
export const orderOf = (world: World, { data }: Happened): KnownOrder | undefined =>
	world.orders.get(data.orderId as OrderId);

/** The worker whom a fact names, if it is one of the company. */
export function workerOf(world: World, { data }: Happened): DemoWorker | undefined {
	const id = workerId.safeParse(data.workerId);
	return id.success ? world.workers.get(id.data) : undefined;
}
