import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { assignments } from "@/db/schema/execution";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { executionRefusals, type overrideInput } from "../contracts";
import { announceJob } from "./announce-job";
import { currentAssignment, lockKnownJob } from "./lock-job";

/** A manager lets the worker who has the job start without the kit. It holds for this assignment only. */
export async function allowStartWithoutKit(
	ctx: Ctx,
	input: z.output<typeof overrideInput>,
): Promise<{ assignment: number }> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { orderId, reason } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.allow-start-without-kit", key: input.idempotencyKey, input }, async () => {
			const job = await lockKnownJob(tx, orderId);
			if (job.ending > 0) throw executionRefusals.because("already_ended");
			if (job.state === "started") throw executionRefusals.because("already_started");
			const assignment = await currentAssignment(tx, job);
			await tx.db
				.update(assignments)
				.set({ withoutKitReason: reason })
				.where(and(eq(assignments.orderId, orderId), eq(assignments.number, assignment.number)));
			await audit(tx, {
				action: "execution.allow-start-without-kit",
				subject: `order:${orderId}`,
				after: { assignment: assignment.number, workerId: assignment.workerId },
				reason,
			});
			await announceJob(tx, job, assignment.workerId);
			return { assignment: assignment.number };
		}),
	);
}
