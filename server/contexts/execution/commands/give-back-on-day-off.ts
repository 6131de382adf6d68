import { and, eq, gte, lte } from "drizzle-orm";
import { daysOff } from "@/db/schema/execution";
import { after, minutes } from "@/server/kernel/clock";
import { wallPieces } from "@/server/kernel/wall-pieces";
import type { TxCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { givingUpMeans } from "../domain/job.policies";
import type { AssignmentRow, JobRow } from "./lock-job";
import { releaseJob } from "./release-job";

type Given = Pick<AssignmentRow, "number" | "workerId" | "giveUpFreeUntil">;

/**
 * The worker took the day off while matching was still choosing: the job goes on to somebody else, if there is time. The worker's
 * calendar is under lock, so that of the two whichever comes second sees the other.
 */
export async function giveBackOnDayOff(tx: TxCtx, job: JobRow, given: Given): Promise<void> {
	const { timeZone } = await policyInForce(tx, "money");
	const period = { from: job.startsAt, to: after(job.startsAt, minutes(job.durationMinutes)) };
	const dates = wallPieces(period, timeZone).map(({ date }) => date);
	const [first, last] = [dates.at(0), dates.at(-1)];
	if (!first || !last) return;
	const touched = and(eq(daysOff.workerId, given.workerId), lte(daysOff.first, last), gte(daysOff.last, first));
	const [off] = await tx.db.select().from(daysOff).where(touched).limit(1);
	if (off && givingUpMeans(job, given, tx.clock.now()) === "released") await releaseJob(tx, job, given, "");
}
