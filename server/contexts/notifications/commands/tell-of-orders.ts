import type { EventData } from "@/server/events/catalog/_define";
import type { cancellationRefused, jobReleased } from "@/server/events/catalog/execution";
import type { matchWaiting } from "@/server/events/catalog/matching";
import type { orderAssigned, orderPlaced, orderUnassigned } from "@/server/events/catalog/ordering";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { findClient, findManagers, findOrder, findWorker } from "../queries/find-facts";
import { noteAssignment, noteOrder } from "./note-order";
import { type Queued, queueMessages } from "./queue-messages";

/** Confirms an order to its client. */
export async function tellOfPlacing(ctx: Ctx, placed: EventData<typeof orderPlaced>): Promise<Queued> {
	const { orderId, clientId } = placed;
	await noteOrder(ctx, placed);
	const to = await findClient(ctx, clientId);
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `order.placed:${orderId}`, orderId },
		letters: [{ to, mail: "order-placed", told: { order } }],
	});
}

/** Tells the client who comes and what it costs, and the worker of the new job. */
export async function tellOfAssignment(ctx: Ctx, assigned: EventData<typeof orderAssigned>): Promise<Queued> {
	const { orderId, assignment, clientId, workerId, discountPercent } = assigned;
	await noteAssignment(ctx, assigned);
	const [client, worker] = [await findClient(ctx, clientId), await findWorker(ctx, workerId)];
	const order = await findOrder(ctx, orderId);
	const price = fromWire(assigned.price);
	return queueMessages(ctx, {
		...{ fact: `order.assigned:${orderId}:${assignment}`, orderId },
		letters: [
			{ to: client, mail: "order-assigned", told: { order, workerName: worker.name, price, discountPercent } },
			{ to: worker, mail: "job-assigned", told: { order, share: fromWire(assigned.workerShare) } },
		],
	});
}

/** Tells the client that another worker is looked for. */
export async function tellOfUnassignment(ctx: Ctx, unassigned: EventData<typeof orderUnassigned>): Promise<Queued> {
	const { orderId, assignment, clientId } = unassigned;
	const to = await findClient(ctx, clientId);
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `order.unassigned:${orderId}:${assignment}`, orderId },
		letters: [{ to, mail: "order-unassigned", told: { order } }],
	});
}

/** Tells a worker whose job a manager gave to somebody else; who gave it back knows. */
export async function tellOfWithdrawnJob(ctx: Ctx, released: EventData<typeof jobReleased>): Promise<Queued> {
	const { orderId, workerId, assignment, withdrawn } = released;
	const to = withdrawn ? await findWorker(ctx, workerId) : null;
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `job.released:${orderId}:${assignment}`, orderId },
		letters: to ? [{ to, mail: "job-withdrawn", told: { order } }] : [],
	});
}

/** Alerts managers to an order that nobody can take, once for each reason. */
export async function tellOfWaiting(ctx: Ctx, waiting: EventData<typeof matchWaiting>): Promise<Queued> {
	const { orderId, reason } = waiting;
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `match.waiting:${orderId}:${reason}`, orderId },
		letters: (await findManagers(ctx)).map((to) => ({ to, mail: "order-waiting", told: { order, reason } })),
	});
}

/** Tells the client that it was too late to cancel. */
export async function tellOfRefusal(ctx: Ctx, refused: EventData<typeof cancellationRefused>): Promise<Queued> {
	const { orderId, clientId, why } = refused;
	const to = await findClient(ctx, clientId);
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `cancellation.refused:${orderId}:${why}`, orderId },
		letters: [{ to, mail: "cancellation-refused", told: { order, why } }],
	});
}
