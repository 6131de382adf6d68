import type { z } from "zod";
import { jobFailed } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { executionRefusals, type overrideInput } from "../contracts";
import { lockKnownJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/** A manager decides, with a reason, that a job which has not ended has failed. */
export async function failJob(ctx: Ctx, input: z.output<typeof overrideInput>): Promise<{ ending: number }> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { orderId, reason: words } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.fail-job", key: input.idempotencyKey, input }, async () => {
			const job = await lockKnownJob(tx, orderId);
			if (job.ending > 0) throw executionRefusals.because("already_ended");
			const failure = "decided-by-manager";
			const ended = await recordEnding(
				tx,
				job,
				{ outcome: "failed", failure, words, decidedBy: "manager" },
				"execution.fail-job",
			);
			await publish(tx, jobFailed, { ...ended, reason: failure, words });
			return { ending: ended.ending };
		}),
	);
}
