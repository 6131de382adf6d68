import type { z } from "zod";
import { jobCorrected } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { actorRef, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { type correctEndingInput, executionRefusals } from "../contracts";
import { outcomeOf } from "../domain/job";
import { possibleCorrections } from "../domain/job.policies";
import { lockKnownJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/**
 * A manager replaces the ending in force by another, with a reason. It is the next ending: the earlier ones stay on record,
 * and whoever followed the earlier one undoes what it did. Refuses when the manager has not seen the newest ending
 * (`common.stale`), and what the job can't have come to (`execution.nothing_to_correct`, `.nobody_assigned`).
 */
export async function correctEnding(ctx: Ctx, input: z.output<typeof correctEndingInput>): Promise<{ ending: number }> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { orderId, outcome, reason } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.correct-ending", key: input.idempotencyKey, input }, async () => {
			const job = await lockKnownJob(tx, orderId);
			const earlier = outcomeOf(job.state);
			if (earlier === null) throw executionRefusals.because("not_ended");
			if (job.ending !== input.ending) throw commonRefusals.because("stale");
			if (earlier === outcome) throw executionRefusals.because("nothing_to_correct");
			if (!possibleCorrections(job).includes(outcome)) throw executionRefusals.because("nobody_assigned");
			const failure = outcome === "failed" ? "decided-by-manager" : null;
			const corrected = await recordEnding(
				tx,
				job,
				{ outcome, failure, words: reason, decidedBy: "manager" },
				"execution.correct-ending",
			);
			const by = actorRef(tx.actor).id ?? "";
			await publish(tx, jobCorrected, { ...corrected, earlier, outcome, by, reason });
			return { ending: corrected.ending };
		}),
	);
}
