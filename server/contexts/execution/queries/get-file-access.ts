import { eq } from "drizzle-orm";
import { jobs } from "@/db/schema/execution";
import { holds } from "@/server/kernel/actor";
import { orderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { orderOfPhoto } from "../domain/photo";

/** Whether the actor may see a photo of a job: managers, the worker whose job it is or was at its end, and the order's client. */
export async function maySeeFile(ctx: Ctx, subject: string): Promise<boolean> {
	const order = orderId.safeParse(orderOfPhoto(subject));
	if (!order.success || ctx.actor.kind !== "person") return false;
	if (holds(ctx.actor, "manager")) return true;
	const [job] = await ctx.db.select().from(jobs).where(eq(jobs.orderId, order.data));
	if (!job) return false;
	const { clientId, workerId } = ctx.actor;
	return (clientId !== null && clientId === job.clientId) || (workerId !== null && workerId === job.workerId);
}
