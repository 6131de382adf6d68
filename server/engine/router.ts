import { z } from "zod";
import { managers, router } from "@/server/trpc/procedures";
import { getHealth } from "./health";
import { getRun, listRuns, listRunsInput } from "./runs";

export const engineRouter = router({
	/** In one word, and what has failed since yesterday. */
	health: managers.query(({ ctx }) => getHealth(ctx)),
	/** Runs by event, by what the event is about, by function or by state. */
	listRuns: managers.input(listRunsInput).query(({ ctx, input }) => listRuns(ctx, input)),
	/** One run with its steps, waits and retries. */
	getRun: managers.input(z.object({ id: z.uuid() })).query(({ ctx, input }) => getRun(ctx, input.id)),
});
