import type { EventData } from "@/server/events/catalog/_define";
import type { jobOverdue } from "@/server/events/catalog/execution";
import type { workerChanged } from "@/server/events/catalog/hiring";
import type { kitReady } from "@/server/events/catalog/supplies";
import type { Ctx } from "@/server/platform/context";
import { findClient, findManagers, findOrder, findWorker } from "../queries/find-facts";
import { type Queued, queueMessages } from "./queue-messages";

/** Tells the worker that the supplies wait. */
export async function tellOfKit(ctx: Ctx, kit: EventData<typeof kitReady>): Promise<Queued> {
	const { orderId, workerId, assignment } = kit;
	const to = await findWorker(ctx, workerId);
	const order = await findOrder(ctx, orderId);
	return queueMessages(ctx, {
		...{ fact: `kit.ready:${orderId}:${assignment}`, orderId },
		letters: [{ to, mail: "kit-ready", told: { order } }],
	});
}

/** Alerts managers to a job that should have been finished long ago. */
export async function tellOfDelay(ctx: Ctx, overdue: EventData<typeof jobOverdue>): Promise<Queued> {
	const { orderId, clientId, workerId, assignment } = overdue;
	const [client, worker] = [await findClient(ctx, clientId), await findWorker(ctx, workerId)];
	const told = { order: await findOrder(ctx, orderId), clientName: client.name, workerName: worker.name };
	return queueMessages(ctx, {
		...{ fact: `job.overdue:${orderId}:${assignment}`, orderId },
		letters: (await findManagers(ctx)).map((to) => ({ to, mail: "job-overdue", told })),
	});
}

/** Welcomes a worker whom hiring publishes for the first time; later versions say nothing new. */
export async function welcomeWorker(ctx: Ctx, worker: EventData<typeof workerChanged>): Promise<Queued> {
	if (worker.version > 1) return { messageIds: [] };
	const to = await findWorker(ctx, worker.workerId);
	return queueMessages(ctx, {
		...{ fact: `worker.welcome:${worker.workerId}`, orderId: null },
		letters: [{ to, mail: "worker-welcome", told: {} }],
	});
}
