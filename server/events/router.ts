import { z } from "zod";
import { orderId } from "@/server/kernel/ids";
import { admins, managers, router, signedIn } from "@/server/trpc/procedures";
import { eventInput, eventsList, replayInput } from "./contracts";
import { getEvent } from "./get-event";
import { countEvents, listEvents } from "./list-events";
import { replayEvent } from "./replay-event";
import { getOrderTimeline } from "./timeline";

export const timelineRouter = router({
	/** What happened to an order: the whole of it for a manager, the listed part for its client and workers. */
	order: signedIn.input(z.object({ orderId })).query(({ ctx, input }) => getOrderTimeline(ctx, input.orderId)),
});

export const eventsRouter = router({
	list: managers.input(eventsList.input).query(({ ctx, input }) => listEvents(ctx, input)),
	count: managers.input(eventsList.filtersOnly).query(({ ctx, input }) => countEvents(ctx, input)),
	get: managers.input(eventInput).query(({ ctx, input }) => getEvent(ctx, input)),
	replay: admins.input(replayInput).mutation(({ ctx, input }) => replayEvent(ctx, input)),
});
