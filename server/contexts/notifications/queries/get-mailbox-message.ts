import { eq } from "drizzle-orm";
import type { z } from "zod";
import { messages } from "@/db/schema/notifications";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { messageInput } from "../contracts";
import { demandDemo, inBrief } from "./list-mailbox";

/** One message of the demo's mailbox as its reader sees it. */
export async function getMailboxMessage(ctx: Ctx, { messageId }: z.output<typeof messageInput>) {
	demandDemo();
	const [message] = await ctx.db
		.select({ ...inBrief, html: messages.html, text: messages.text })
		.from(messages)
		.where(eq(messages.id, messageId));
	if (!message) throw commonRefusals.because("not_found");
	return message;
}
