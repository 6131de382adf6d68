import type { EventData } from "@/server/events/catalog/_define";
import { cancellationRefused, jobCancelled } from "@/server/events/catalog/execution";
import type { orderCancellationRequested } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { whyNotCancelled } from "../domain/job.policies";
import { type JobRow, lockOpenedJob } from "./lock-job";
import { recordEnding } from "./record-ending";

type Request = EventData<typeof orderCancellationRequested>;
type Decision = { decision: "cancelled" | "refused" | "cancelled-already" };

/**
 * Ordering asks, the lock on the job decides: a client may cancel until the worker has started, a manager until the end.
 * Each request (`requestId` is its event) is answered once; one for an order that is cancelled already needs no answer.
 */
export async function decideCancellation(ctx: Ctx, request: Request, requestId: string): Promise<Decision> {
	const call = { command: "execution.decide-cancellation", key: requestId, input: request };
	return withTransaction(ctx, (tx) =>
		once(tx, call, async (): Promise<Decision> => {
			const job = await lockOpenedJob(tx, request.orderId);
			if (job.state === "cancelled") return { decision: "cancelled-already" };
			const why = whyNotCancelled(job, request.by);
			if (why === null) await cancel(tx, job, request);
			else await refuse(tx, job, request, why);
			return { decision: why === null ? "cancelled" : "refused" };
		}),
	);
}

async function cancel(tx: TxCtx, job: JobRow, { by, reason }: Request): Promise<void> {
	const ended = await recordEnding(
		tx,
		job,
		{ outcome: "cancelled", failure: null, words: reason, decidedBy: by },
		"execution.cancel-job",
	);
	await publish(tx, jobCancelled, { ...ended, by, reason });
}

async function refuse(
	tx: TxCtx,
	{ orderId, clientId, state }: JobRow,
	{ by, reason }: Request,
	why: "already-started" | "already-ended",
): Promise<void> {
	await audit(tx, {
		action: "execution.refuse-cancellation",
		subject: `order:${orderId}`,
		before: { state },
		after: { state, by, why },
		reason,
	});
	await publish(tx, cancellationRefused, { orderId, clientId, why });
}
