import type { EventData } from "@/server/events/catalog/_define";
import type { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import type { Ctx } from "@/server/platform/context";
import { findClient, findCosts, findManagers, findOrder, findWorker } from "../queries/find-facts";
import { type Letter, type Queued, queueMessages } from "./queue-messages";

type Ended = Pick<EventData<typeof jobCompleted>, "orderId" | "clientId" | "workerId" | "assignment" | "ending">;

/** Tells the client that the work is done and asks how it was. */
export async function tellOfCompletion(ctx: Ctx, completed: EventData<typeof jobCompleted>): Promise<Queued> {
	const { order, client } = await partiesOf(ctx, completed);
	const { toPay } = await findCosts(ctx, { ...completed, outcome: "completed" });
	return queueMessages(ctx, {
		...aboutEnding(completed),
		letters: [{ to: client, mail: "job-completed", told: { order, toPay } }],
	});
}

/** Tells the client how to place the order again, the managers, and the worker what it costs. */
export async function tellOfFailure(ctx: Ctx, failed: EventData<typeof jobFailed>): Promise<Queued> {
	const { order, client, worker } = await partiesOf(ctx, failed);
	const { toPay, penalty } = await findCosts(ctx, { ...failed, outcome: "failed" });
	const { reason } = failed;
	const forOffice = { order, reason, clientName: client.name, workerName: worker?.name ?? null };
	return queueMessages(ctx, {
		...aboutEnding(failed),
		letters: [
			{ to: client, mail: "job-failed", told: { order, reason, toPay } },
			...(worker ? [{ to: worker, mail: "job-penalty", told: { order, reason, penalty } } satisfies Letter] : []),
			...(await findManagers(ctx)).map((to): Letter => ({ to, mail: "job-failed-office", told: forOffice })),
		],
	});
}

/** Tells the client what the cancelling costs, and the worker not to go. */
export async function tellOfCancelling(ctx: Ctx, cancelled: EventData<typeof jobCancelled>): Promise<Queued> {
	const { order, client, worker } = await partiesOf(ctx, cancelled);
	const { toPay } = await findCosts(ctx, { ...cancelled, outcome: "cancelled" });
	const { by } = cancelled;
	return queueMessages(ctx, {
		...aboutEnding(cancelled),
		letters: [
			{ to: client, mail: "order-cancelled", told: { order, by, toPay } },
			...(worker ? [{ to: worker, mail: "job-cancelled", told: { order } } satisfies Letter] : []),
		],
	});
}

/** Tells client and worker that the order ended otherwise than they were told. */
export async function tellOfCorrection(ctx: Ctx, corrected: EventData<typeof jobCorrected>): Promise<Queued> {
	const { order, client, worker } = await partiesOf(ctx, corrected);
	const { toPay } = await findCosts(ctx, corrected);
	const { earlier, outcome, reason } = corrected;
	const told = { order, earlier, outcome };
	return queueMessages(ctx, {
		...aboutEnding(corrected),
		letters: [
			{ to: client, mail: "ending-corrected", told: { ...told, toPay } },
			...(worker ? [{ to: worker, mail: "earning-corrected", told: { ...told, reason } } satisfies Letter] : []),
		],
	});
}

const aboutEnding = ({ orderId, ending }: Ended) => ({ fact: `job.ended:${orderId}:${ending}`, orderId });

const partiesOf = async (ctx: Ctx, { orderId, clientId, workerId }: Ended) => ({
	order: await findOrder(ctx, orderId),
	client: await findClient(ctx, clientId),
	worker: workerId ? await findWorker(ctx, workerId) : null,
});
