import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { assessments, attemptSections, attempts } from "@/db/schema/hiring-tests";
import { attemptStarted } from "@/server/events/catalog/hiring-tests";
import { publish } from "@/server/events/publish";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { attemptInput } from "../contracts/taking";
import { testRefusals } from "../contracts/tests";
import { limitFrom, sectionDeadline } from "../domain/taking-time";
import { lockAttemptOf } from "../queries/find-assessment";
import { contentOf } from "../queries/get-test";

/** The candidate begins a test: from now on the server's clock runs. Beginning again what is under way changes nothing. */
export async function startAttempt(ctx: Ctx, input: z.output<typeof attemptInput>): Promise<{ started: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const { assessment, attempt } = await lockAttemptOf(tx, input);
		if (attempt.state !== "assigned") return { started: false };
		const now = tx.clock.now();
		if (now > assessment.dueAt) throw testRefusals.because("too_late");
		await demandFree(tx, assessment);
		const content = await contentOf(tx, attempt);
		const { extraPercent } = assessment;
		const deadline = limitFrom(now, content.minutes, extraPercent);
		const limit = content.sections[0]?.minutes ?? null;
		await tx.db
			.update(attempts)
			.set({ state: "running", startedAt: now, deadline, section: 0 })
			.where(eq(attempts.id, attempt.id));
		await tx.db.insert(attemptSections).values({
			...{ attemptId: attempt.id, position: 0, openedAt: now },
			deadline: sectionDeadline(now, { limit, extraPercent, testDeadline: deadline }),
		});
		await publish(tx, attemptStarted, {
			...{ attemptId: attempt.id, applicationId: attempt.applicationId, testId: attempt.testId },
			deadline: deadline.toISOString(),
		});
		await announce(tx, { context: "hiring", subject: attempt.applicationId, audiences: [] });
		return { started: true };
	});
}

/** One test at a time, and none once the candidate was decided on. The lock lets two devices begin one after the other. */
async function demandFree(tx: TxCtx, { id, applicationId }: typeof assessments.$inferSelect): Promise<void> {
	await tx.db.select({ id: assessments.id }).from(assessments).where(eq(assessments.id, id)).for("update");
	const running = and(eq(attempts.assessmentId, id), eq(attempts.state, "running"));
	const [other] = await tx.db.select({ id: attempts.id }).from(attempts).where(running);
	if (other) throw testRefusals.because("another_running");
	const [application] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!application || application.erasedAt || ["accepted", "rejected", "withdrawn"].includes(application.state)) {
		throw testRefusals.because("closed");
	}
}
