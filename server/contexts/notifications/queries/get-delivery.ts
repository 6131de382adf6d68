import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { deliveries, messages } from "@/db/schema/notifications";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { messageInput } from "../contracts";
import { demandStaff } from "../domain/access";
import { inBrief } from "./list-mailbox";

/** One message as it was written, each attempt to hand it over, and its copies that were sent later. */
export async function getDelivery(ctx: Ctx, { messageId }: z.output<typeof messageInput>) {
	demandStaff(ctx.actor, "manager");
	const [message] = await ctx.db
		.select({ ...inBrief, text: messages.text, copyOf: messages.copyOf, providerId: messages.providerId })
		.from(messages)
		.where(eq(messages.id, messageId));
	if (!message) throw commonRefusals.because("not_found");
	const [attempts, copies] = await Promise.all([
		ctx.db
			.select({ id: deliveries.id, outcome: deliveries.outcome, detail: deliveries.detail, at: deliveries.at })
			.from(deliveries)
			.where(eq(deliveries.messageId, messageId))
			.orderBy(asc(deliveries.id)),
		ctx.db.select(inBrief).from(messages).where(eq(messages.copyOf, messageId)).orderBy(asc(messages.createdAt)),
	]);
	return { ...message, attempts, copies };
}
