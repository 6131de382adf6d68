import type { z } from "zod";
import { jobCompleted } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { executionRefusals, type overrideInput } from "../contracts";
import { lockKnownJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/** A manager decides, with a reason, that a job which was started is done though the worker has sent no report. */
export async function completeJob(ctx: Ctx, input: z.output<typeof overrideInput>): Promise<{ ending: number }> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { orderId, reason: words } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.complete-job", key: input.idempotencyKey, input }, async () => {
			const job = await lockKnownJob(tx, orderId);
			if (job.ending > 0) throw executionRefusals.because("already_ended");
			if (job.state !== "started") throw executionRefusals.because("not_started");
			const ended = await recordEnding(
				tx,
				job,
				{ outcome: "completed", failure: null, words, decidedBy: "manager" },
				"execution.complete-job",
			);
			await publish(tx, jobCompleted, { ...ended, reportPhotoId: null });
			return { ending: ended.ending };
		}),
	);
}
