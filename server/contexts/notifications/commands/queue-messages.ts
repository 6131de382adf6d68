import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { type News, writeMail } from "@/emails";
import { type AccountId, newId, type OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { announce } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";
import type { Recipient } from "../queries/find-facts";

/** One message to one person. */
export type Letter = News & { to: Addressee };

/** A person of the house, or one who has no account, such as a candidate. */
type Addressee = Pick<Recipient, "name" | "email" | "locale" | "active"> & { accountId: AccountId | null };

/** What happened, and who is to be told of it in which words. */
export type Tidings = {
	/** What happened, by name and number: `order.assigned:<order>:<assignment>`. */
	fact: string;
	orderId: OrderId | null;
	/** What else it is about, such as `application:<id>`. */
	about?: string;
	letters: Letter[];
};

export type Queued = { messageIds: string[] };

/**
 * Writes the messages about a fact and queues them, one for each person and message however often the fact is told. Gives
 * the ids of all that still wait to be sent. People who are switched off get nothing.
 */
export async function queueMessages(ctx: Ctx, { fact, orderId, about, letters }: Tidings): Promise<Queued> {
	const rows = await written(ctx, { fact, orderId, about, letters: letters.filter(({ to }) => to.active) });
	await withTransaction(ctx, async (tx) => {
		if (rows.length === 0) return;
		await tx.db.insert(messages).values(rows).onConflictDoNothing();
		await announce(tx, { context: "notifications", subject: orderId ?? fact, audiences: [] });
	});
	const queued = await ctx.db
		.select({ id: messages.id })
		.from(messages)
		.where(and(eq(messages.fact, fact), eq(messages.status, "queued")));
	return { messageIds: queued.map(({ id }) => id) };
}

async function written(
	ctx: Ctx,
	{ fact, orderId, about, letters }: Tidings,
): Promise<(typeof messages.$inferInsert)[]> {
	const { currencySign: sign, timeZone } = await policyInForce(ctx, "money");
	const appUrl = env().APP_URL.replace(/\/$/, "");
	const createdAt = ctx.clock.now();
	return Promise.all(
		letters.map(async ({ to, ...news }) => {
			const { accountId, name, email, locale } = to;
			const content = await writeMail(news, { name, locale, appUrl, sign, timeZone });
			return {
				...{
					id: newId<string>(),
					fact,
					about,
					template: news.mail,
					orderId,
					accountId,
					recipientName: name,
					email,
					locale,
				},
				...{ ...content, status: "queued" as const, createdAt },
			};
		}),
	);
}
