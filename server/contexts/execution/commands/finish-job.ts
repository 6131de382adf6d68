import type { z } from "zod";
import { jobCompleted } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile } from "@/server/platform/files";
import { once } from "@/server/platform/once";
import { executionRefusals, type finishJobInput } from "../contracts";
import { reportPhotoOf } from "../domain/photo";
import { lockOwnJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/** the work is done, and the photo shows the form that the client has signed. */
export async function finishJob(ctx: Ctx, input: z.output<typeof finishJobInput>): Promise<{ at: string }> {
	const { orderId, reportPhotoId } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.finish-job", key: input.idempotencyKey, input }, async () => {
			const { job } = await lockOwnJob(tx, orderId);
			if (job.state !== "started") throw executionRefusals.because("not_started");
			await claimFile(tx, { fileId: reportPhotoId, context: "execution", subject: reportPhotoOf(orderId) });
			const ended = await recordEnding(
				tx,
				job,
				{ outcome: "completed", failure: null, words: "", decidedBy: "worker", reportPhotoId },
				"execution.finish-job",
			);
			await publish(tx, jobCompleted, { ...ended, reportPhotoId });
			return { at: ended.at };
		}),
	);
}
