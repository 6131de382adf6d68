import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { applications, reminders } from "@/db/schema/hiring-applications";
import { reminderDue } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { tellOffice } from "./move-application";

const MOST = 100;

/** Tells of each reminder whose time has come, once. */
export async function tellReminders(ctx: Ctx): Promise<{ told: number }> {
	return withTransaction(ctx, async (tx) => {
		const due = await tx.db
			.select({ reminder: reminders, name: applications.name })
			.from(reminders)
			.innerJoin(applications, eq(applications.id, reminders.applicationId))
			.where(and(lte(reminders.dueAt, tx.clock.now()), isNull(reminders.doneAt), isNull(reminders.remindedAt)))
			.orderBy(asc(reminders.dueAt))
			.limit(MOST)
			.for("update", { skipLocked: true });
		for (const { reminder, name } of due) {
			const { id: reminderId, applicationId, accountId, words } = reminder;
			await tx.db.update(reminders).set({ remindedAt: tx.clock.now() }).where(eq(reminders.id, reminderId));
			await publish(tx, reminderDue, { reminderId, applicationId, name, accountId, words });
			await tellOffice(tx, applicationId);
		}
		return { told: due.length };
	});
}
