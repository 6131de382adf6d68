import { admins, managers, router } from "@/server/trpc/procedures";
import { retryInput, runInput, runsList } from "./contracts";
import { getInstallation } from "./get-installation";
import { getHealth } from "./health";
import { getHouseMap } from "./house-map";
import { retryRun } from "./retry-run";
import { countRuns, getRun, listRuns } from "./runs";

export const engineRouter = router({
	/** In one word, and what has failed since yesterday. */
	health: managers.query(({ ctx }) => getHealth(ctx)),
	installation: managers.query(({ ctx }) => getInstallation(ctx)),
	map: managers.query(({ ctx }) => getHouseMap(ctx)),
	listRuns: managers.input(runsList.input).query(({ ctx, input }) => listRuns(ctx, input)),
	countRuns: managers.input(runsList.filtersOnly).query(({ ctx, input }) => countRuns(ctx, input)),
	/** One run with its steps, waits and retries. */
	getRun: managers.input(runInput).query(({ ctx, input }) => getRun(ctx, input.id)),
	retryRun: admins.input(retryInput).mutation(({ ctx, input }) => retryRun(ctx, input)),
});
