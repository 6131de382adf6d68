import { and, eq, isNull } from "drizzle-orm";
import { type assessments, attemptSections, attempts } from "@/db/schema/hiring-tests";
import type { TxCtx } from "@/server/platform/context";
import { limitFrom, sectionDeadline } from "../domain/taking-time";
import { contentOf } from "../queries/get-test";

/** Gives what is under way the time that the candidate may now take. */
export async function stretchAttempts(tx: TxCtx, assessment: typeof assessments.$inferSelect): Promise<void> {
	const { extraPercent } = assessment;
	const running = await tx.db
		.select()
		.from(attempts)
		.where(and(eq(attempts.assessmentId, assessment.id), eq(attempts.state, "running")))
		.for("update");
	for (const attempt of running) {
		if (!attempt.startedAt) continue;
		const { minutes, sections } = await contentOf(tx, attempt);
		const deadline = limitFrom(attempt.startedAt, minutes, extraPercent);
		await tx.db.update(attempts).set({ deadline }).where(eq(attempts.id, attempt.id));
		const open = and(eq(attemptSections.attemptId, attempt.id), isNull(attemptSections.closedAt));
		const [section] = await tx.db.select().from(attemptSections).where(open);
		if (!section) continue;
		const limit = sections[section.position]?.minutes ?? null;
		const until = sectionDeadline(section.openedAt, { limit, extraPercent, testDeadline: deadline });
		await tx.db.update(attemptSections).set({ deadline: until }).where(open);
	}
}
