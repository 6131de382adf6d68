import { z } from "zod";
import { managers, router } from "@/server/trpc/procedures";
import { getRun, listRuns, listRunsInput } from "./runs";

export const engineRouter = router({
	/** Runs by event, by what the event is about, by function or by state. */
	listRuns: managers.input(listRunsInput).query(({ ctx, input }) => listRuns(ctx, input)),
	/** One run with its steps, waits and retries. */
	getRun: managers.input(z.object({ id: z.uuid() })).query(({ ctx, input }) => getRun(ctx, input.id)),
});
