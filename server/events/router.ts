import { z } from "zod";
import { orderId } from "@/server/kernel/ids";
import { router, signedIn } from "@/server/trpc/procedures";
import { getOrderTimeline } from "./timeline";

export const timelineRouter = router({
	/** What happened to an order: the whole of it for a manager, the listed part for its client and workers. */
	order: signedIn.input(z.object({ orderId })).query(({ ctx, input }) => getOrderTimeline(ctx, input.orderId)),
});
