import type { EventData } from "@/server/events/catalog/_define";
import { replacementRefused } from "@/server/events/catalog/execution";
import type { replacementRequested } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { type WhyNotReplaced, whyNotReplaced } from "../domain/job.policies";
import { currentAssignment, isKitIssued, type JobRow, lockOpenedJob } from "./lock-job";
import { releaseJob } from "./release-job";

type Request = EventData<typeof replacementRequested>;
type Decision = { decision: "released" | "refused" };

/**
 * A manager gives the job to somebody else: matching asks, the lock on the job decides. Until the kit is handed out and the job's
 * time has come the worker is released, without penalty. Each request (`requestId` is its event) is answered once.
 */
export async function decideReplacement(ctx: Ctx, request: Request, requestId: string): Promise<Decision> {
	const call = { command: "execution.decide-replacement", key: requestId, input: request };
	return withTransaction(ctx, (tx) =>
		once(tx, call, async (): Promise<Decision> => {
			const job = await lockOpenedJob(tx, request.orderId);
			// The assignment of who is to be replaced is on its way.
			if (job.state === "waiting") throw new NotYet(`the job of order ${request.orderId} has somebody`);
			const assignment = job.state === "scheduled" ? await currentAssignment(tx, job) : null;
			const isTheirs = job.workerId === request.replacedWorkerId;
			const kitIssued = assignment !== null && (await isKitIssued(tx, assignment));
			const why = whyNotReplaced(job, { isTheirs, kitIssued }, tx.clock.now());
			if (why === null && assignment) await releaseJob(tx, job, assignment, request.reason, true);
			else await refuse(tx, job, request, why ?? "not-theirs-any-more");
			return { decision: why === null ? "released" : "refused" };
		}),
	);
}

async function refuse(tx: TxCtx, { orderId, clientId, state }: JobRow, asked: Request, why: WhyNotReplaced) {
	const { workerId, match, reason } = asked;
	await audit(tx, {
		...{ action: "execution.refuse-replacement", subject: `order:${orderId}`, before: { state } },
		...{ after: { state, workerId, why }, reason },
	});
	await publish(tx, replacementRefused, { orderId, clientId, workerId, match, why });
}
