import { eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { EventData } from "@/server/events/catalog/_define";
import type { candidateErased } from "@/server/events/catalog/hiring-applications";
import type { Ctx } from "@/server/platform/context";

/** What was written to a candidate who is erased goes too; that something was written stays. What waits is not sent any more. */
export async function forgetCandidate(ctx: Ctx, { applicationId }: EventData<typeof candidateErased>): Promise<void> {
	await ctx.db
		.update(messages)
		.set({ recipientName: "", email: "", subject: "", html: "", text: "" })
		.where(eq(messages.about, `application:${applicationId}`));
}
