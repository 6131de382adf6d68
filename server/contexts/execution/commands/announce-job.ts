import type { TxCtx } from "@/server/platform/context";
import { type Audience, announce } from "@/server/platform/live";
import type { JobRow } from "./lock-job";

/** Tells the screens of the client and of the worker, also of one who has just lost the job. */
export async function announceJob(
	tx: TxCtx,
	job: Pick<JobRow, "orderId" | "clientId">,
	...workerIds: (JobRow["workerId"] | undefined)[]
): Promise<void> {
	const workers = workerIds.flatMap((id): Audience[] => (id ? [`worker:${id}`] : []));
	await announce(tx, { context: "execution", subject: job.orderId, audiences: [`client:${job.clientId}`, ...workers] });
}
