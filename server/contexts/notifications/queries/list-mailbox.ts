import { desc, lt } from "drizzle-orm";
import type { z } from "zod";
import { messages } from "@/db/schema/notifications";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { demoMode } from "@/server/platform/env";
import type { mailboxInput } from "../contracts";

const PAGE = 50;

/** What a list shows of a message. */
export const inBrief = {
	id: messages.id,
	template: messages.template,
	recipientName: messages.recipientName,
	email: messages.email,
	locale: messages.locale,
	subject: messages.subject,
	status: messages.status,
	orderId: messages.orderId,
	createdAt: messages.createdAt,
};

/** Every message to everybody, newest first, a page at a time. The demo's mailbox: elsewhere there is none. */
export async function listMailbox(ctx: Ctx, { cursor }: z.output<typeof mailboxInput>) {
	demandDemo();
	const rows = await ctx.db
		.select(inBrief)
		.from(messages)
		.where(cursor ? lt(messages.id, cursor) : undefined)
		.orderBy(desc(messages.id))
		.limit(PAGE + 1);
	const shown = rows.slice(0, PAGE);
	return { messages: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

export function demandDemo(): void {
	if (!demoMode()) throw commonRefusals.because("not_found");
}
