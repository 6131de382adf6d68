import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { reminders } from "@/db/schema/hiring-applications";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import type { remindInput, settleReminderInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { lockApplication, tellOffice } from "./move-application";

/** A manager wants to be told of a candidate later, or wants a colleague to be. */
export async function setReminder(ctx: Ctx, input: z.output<typeof remindInput>): Promise<{ reminderId: string }> {
	demandManager(ctx.actor);
	const { actor } = ctx;
	const accountId = input.accountId ?? (actor.kind === "person" ? actor.accountId : undefined);
	if (!accountId) throw commonRefusals.because("sign_in_first");
	const { idempotencyKey: key, applicationId, dueAt, words } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.set-reminder", key, input }, async () => {
			await lockApplication(tx, { applicationId });
			const reminderId = newId<string>();
			const by = actorRef(tx.actor);
			await tx.db.insert(reminders).values({ id: reminderId, applicationId, accountId, by, dueAt, words });
			await tellOffice(tx, applicationId);
			return { reminderId };
		}),
	);
}

/** What somebody wanted to be reminded of is done. Saying so again does nothing. */
export async function settleReminder(ctx: Ctx, input: z.output<typeof settleReminderInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const [done] = await tx.db
			.update(reminders)
			.set({ doneAt: tx.clock.now() })
			.where(and(eq(reminders.id, input.reminderId), isNull(reminders.doneAt)))
			.returning();
		if (done) await tellOffice(tx, done.applicationId);
	});
}
