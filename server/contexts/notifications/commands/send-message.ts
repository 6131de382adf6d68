import { and, eq } from "drizzle-orm";
import { deliveries, messages } from "@/db/schema/notifications";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type MailAnswer, mailService } from "../adapters/resend";

type Outcome = { status: "sent" | "failed" | "mailbox" | "queued"; providerId?: string };

/**
 * Hands a queued message to the mail service, or leaves it in the mailbox where there is none. A message that was sent stays
 * as it is. Throws when the service could not be reached, so that the caller tries again; each attempt is kept on record.
 */
export async function sendMessage(
	ctx: Ctx,
	{ messageId }: { messageId: string },
	service = mailService(),
): Promise<void> {
	const [message] = await ctx.db
		.select()
		.from(messages)
		.where(and(eq(messages.id, messageId), eq(messages.status, "queued")));
	if (!message) return;
	if (!service) return conclude(ctx, messageId, { status: "mailbox" });
	if (message.email === "") return conclude(ctx, messageId, { status: "failed" });
	const { id, email: to, subject, html, text } = message;
	const answer = await service.send({ id, to, subject, html, text });
	await conclude(ctx, messageId, outcomeOf(answer), answer);
	if (answer.outcome === "unreachable") throw new Error(`the mail service did not take message ${id}`);
}

function outcomeOf(answer: MailAnswer): Outcome {
	switch (answer.outcome) {
		case "accepted":
			return { status: "sent", providerId: answer.providerId };
		case "refused":
			return { status: "failed" };
		case "unreachable":
			return { status: "queued" };
	}
}

async function conclude(ctx: Ctx, messageId: string, outcome: Outcome, answer?: MailAnswer): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [message] = await tx.db
			.update(messages)
			.set(outcome)
			.where(and(eq(messages.id, messageId), eq(messages.status, "queued")))
			.returning();
		if (answer) {
			const detail = answer.outcome === "accepted" ? "" : answer.detail.slice(0, 500);
			await tx.db.insert(deliveries).values({ messageId, outcome: answer.outcome, detail });
		}
		if (message) {
			await announce(tx, { context: "notifications", subject: message.orderId ?? messageId, audiences: [] });
		}
	});
}
