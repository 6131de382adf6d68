import { workerChanged } from "@/server/events/catalog/hiring";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { getWorkerProfile, type WorkerProfile } from "../queries/get-worker";

/** Tells everybody what a worker is like now. Every command that changes one ends here. */
export async function publishWorker(tx: TxCtx, workerId: WorkerId): Promise<WorkerProfile> {
	const profile = await getWorkerProfile(tx, workerId);
	if (!profile) throw commonRefusals.because("not_found");
	const { addedAt: _addedAt, ...published } = profile;
	await publish(tx, workerChanged, published);
	await announce(tx, { context: "hiring", subject: workerId, audiences: [`worker:${workerId}`] });
	return profile;
}
