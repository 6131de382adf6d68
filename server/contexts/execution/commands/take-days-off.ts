import type { z } from "zod";
import { daysOff } from "@/db/schema/execution";
import { businessDate } from "@/server/kernel/business-date";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { DayRange } from "@/server/kernel/weekly-hours";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { executionRefusals, type takeDaysOffInput } from "../contracts";
import { demandOwnOrManager } from "../domain/access";
import { isPast, MOST_RANGES, overlapsDaysOff } from "../domain/availability";
import { listJobsOnDays } from "../queries/list-jobs-on-days";
import { currentAssignment, lockKnownJob } from "./lock-job";
import { lockAvailability, publishAvailability } from "./publish-availability";
import { releaseJob } from "./release-job";

/**
 * The worker is off on these days: no new job comes, and what somebody else can still take is given back without penalty, as if
 * given up. What it is too late for stays the worker's. The person has been told which is which; when that is not true any more,
 * nothing happens and the person is told anew.
 */
export async function takeDaysOff(
	ctx: Ctx,
	input: z.output<typeof takeDaysOffInput>,
): Promise<{ version: number; givenBack: OrderId[] }> {
	const { workerId, days, givesBack, reason, idempotencyKey: key } = input;
	demandOwnOrManager(ctx.actor, workerId);
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.take-days-off", key, input }, async () => {
			const before = await lockAvailability(tx, workerId);
			const { timeZone } = await policyInForce(tx, "money");
			if (isPast(days, businessDate(tx.clock.now(), timeZone))) throw executionRefusals.because("days_off_past");
			if (overlapsDaysOff(before.daysOff, days)) throw executionRefusals.because("days_off_overlap");
			if (before.daysOff.length >= MOST_RANGES) throw executionRefusals.because("too_many_days_off");
			const givenBack = await giveBack(tx, { workerId, days, reason });
			if (!isSame(givenBack, givesBack)) throw executionRefusals.because("day_off_jobs_changed");
			await tx.db.insert(daysOff).values({ workerId, ...days });
			const { version } = await publishAvailability(tx, {
				workerId,
				before,
				action: "execution.take-days-off",
				reason,
			});
			return { version, givenBack };
		}),
	);
}

type Off = { workerId: WorkerId; days: DayRange; reason: string };

/** Locks each job before it decides, for it may be begun or given up at this moment. */
async function giveBack(tx: TxCtx, { reason, ...asked }: Off): Promise<OrderId[]> {
	const found = await listJobsOnDays(tx, asked);
	const locked = [];
	for (const { orderId } of [...found].sort((one, other) => (one.orderId < other.orderId ? -1 : 1))) {
		locked.push(await lockKnownJob(tx, orderId));
	}
	const still = await listJobsOnDays(tx, asked);
	const free = locked.filter((job) => still.some(({ orderId, givenBack }) => givenBack && orderId === job.orderId));
	for (const job of free) await releaseJob(tx, job, await currentAssignment(tx, job), reason);
	return free.map(({ orderId }) => orderId);
}

const isSame = (some: readonly OrderId[], others: readonly OrderId[]): boolean =>
	some.length === others.length && some.every((one) => others.includes(one));
