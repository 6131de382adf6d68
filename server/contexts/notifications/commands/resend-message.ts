import { eq } from "drizzle-orm";
import type { z } from "zod";
import { messages, recipients } from "@/db/schema/notifications";
import { messageResent } from "@/server/events/catalog/notifications";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import { type AccountId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { notificationsRefusals, type resendInput } from "../contracts";
import { demandStaff } from "../domain/access";

/**
 * Sends a message once more, as a copy, to the address that its recipient has now. What became of the first stays on record. By
 * an admin, with a reason.
 */
export async function resendMessage(ctx: Ctx, input: z.output<typeof resendInput>): Promise<{ messageId: string }> {
	demandStaff(ctx.actor, "admin");
	const { idempotencyKey: key, ...asked } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "notifications.resend", key, input: asked }, async () => {
			const [original] = await tx.db.select().from(messages).where(eq(messages.id, input.messageId)).for("share");
			if (!original) throw commonRefusals.because("not_found");
			if (original.status === "queued") throw notificationsRefusals.because("still_queued");
			const { accountId } = original;
			const email = accountId === null ? original.email : await addressOf(tx, accountId);
			const messageId = newId<string>();
			const copyOf = original.copyOf ?? original.id;
			await tx.db.insert(messages).values({
				...original,
				...{ id: messageId, fact: `resent:${messageId}`, email, status: "queued", providerId: null, copyOf },
				createdAt: tx.clock.now(),
			});
			await audit(tx, {
				action: "notifications.resend",
				subject: accountId === null ? `message:${original.id}` : `account:${accountId}`,
				before: { messageId: original.id, email: original.email, status: original.status },
				after: { messageId, email },
				reason: input.reason,
			});
			await publish(tx, messageResent, { messageId, copyOf, accountId });
			await announce(tx, { context: "notifications", subject: messageId, audiences: [] });
			return { messageId };
		}),
	);
}

async function addressOf(tx: TxCtx, accountId: AccountId): Promise<string> {
	const [to] = await tx.db.select().from(recipients).where(eq(recipients.accountId, accountId));
	if (!to?.active) throw notificationsRefusals.because("nobody_to_tell");
	return to.email;
}
