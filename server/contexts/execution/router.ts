import { clients, managers, router, workers, workersAndManagers } from "@/server/trpc/procedures";
import { allowStartWithoutKit } from "./commands/allow-start-without-kit";
import { completeJob } from "./commands/complete-job";
import { correctEnding } from "./commands/correct-ending";
import { dropDaysOff } from "./commands/drop-days-off";
import { failJob } from "./commands/fail-job";
import { finishJob } from "./commands/finish-job";
import { giveUpJob } from "./commands/give-up-job";
import { setWeeklyHours } from "./commands/set-weekly-hours";
import { startJob } from "./commands/start-job";
import { takeDaysOff } from "./commands/take-days-off";
import {
	availabilityInput,
	correctEndingInput,
	daysOffInput,
	finishJobInput,
	giveUpJobInput,
	jobInput,
	listHistoryInput,
	listUpcomingInput,
	overrideInput,
	setWeeklyHoursInput,
	startJobInput,
	takeDaysOffInput,
	workerResultsInput,
	workerWeekInput,
} from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getAvailability } from "./queries/get-availability";
import { getClientJob } from "./queries/get-client-job";
import { getOfficeOrder } from "./queries/get-office-order";
import { getWorkerJob } from "./queries/get-worker-job";
import { getWorkerWeek } from "./queries/get-worker-week";
import { listPastJobs, listTodaysJobs, listUpcomingJobs } from "./queries/list-jobs";
import { listJobsOnDays } from "./queries/list-jobs-on-days";
import { listWorkerResults } from "./queries/list-worker-results";

export const executionRouter = router({
	today: workers.query(({ ctx }) => listTodaysJobs(ctx, ctx.actor.workerId)),
	upcoming: workers
		.input(listUpcomingInput)
		.query(({ ctx, input }) => listUpcomingJobs(ctx, ctx.actor.workerId, input)),
	history: workers.input(listHistoryInput).query(({ ctx, input }) => listPastJobs(ctx, ctx.actor.workerId, input)),
	job: workers.input(jobInput).query(({ ctx, input }) => getWorkerJob(ctx, ctx.actor.workerId, input.orderId)),
	start: workers.input(startJobInput).mutation(({ ctx, input }) => startJob(ctx, input)),
	finish: workers.input(finishJobInput).mutation(({ ctx, input }) => finishJob(ctx, input)),
	giveUp: workers.input(giveUpJobInput).mutation(({ ctx, input }) => giveUpJob(ctx, input)),

	availability: workersAndManagers
		.input(availabilityInput)
		.query(({ ctx, input }) => getAvailability(ctx, input.workerId)),
	/** What taking these days off would do to the jobs in them. */
	jobsOnDays: workersAndManagers.input(daysOffInput).query(({ ctx, input }) => listJobsOnDays(ctx, input)),
	setWeeklyHours: workersAndManagers
		.input(setWeeklyHoursInput)
		.mutation(({ ctx, input }) => setWeeklyHours(ctx, input)),
	takeDaysOff: workersAndManagers.input(takeDaysOffInput).mutation(({ ctx, input }) => takeDaysOff(ctx, input)),
	dropDaysOff: workersAndManagers.input(daysOffInput).mutation(({ ctx, input }) => dropDaysOff(ctx, input)),

	clientJob: clients.input(jobInput).query(({ ctx, input }) => getClientJob(ctx, ctx.actor.clientId, input.orderId)),

	attention: managers.query(({ ctx }) => getAttention(ctx)),
	workerResults: managers.input(workerResultsInput).query(({ ctx, input }) => listWorkerResults(ctx, input)),
	workerWeek: managers.input(workerWeekInput).query(({ ctx, input }) => getWorkerWeek(ctx, input)),
	officeOrder: managers.input(jobInput).query(({ ctx, input }) => getOfficeOrder(ctx, input.orderId)),
	allowStartWithoutKit: managers.input(overrideInput).mutation(({ ctx, input }) => allowStartWithoutKit(ctx, input)),
	failJob: managers.input(overrideInput).mutation(({ ctx, input }) => failJob(ctx, input)),
	completeJob: managers.input(overrideInput).mutation(({ ctx, input }) => completeJob(ctx, input)),
	correctEnding: managers.input(correctEndingInput).mutation(({ ctx, input }) => correctEnding(ctx, input)),
});
