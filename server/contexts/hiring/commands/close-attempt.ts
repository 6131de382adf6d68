import { and, eq, isNull } from "drizzle-orm";
import { applications } from "@/db/schema/hiring-applications";
import { assessments, attemptSections, attempts } from "@/db/schema/hiring-tests";
import { assessmentSubmitted, attemptSubmitted } from "@/server/events/catalog/hiring-tests";
import { publish } from "@/server/events/publish";
import { after } from "@/server/kernel/clock";
import type { AttemptId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";
import { advanceApplication } from "./advance-application";
import { settleAttempt } from "./settle-attempt";

type Attempt = typeof attempts.$inferSelect;

/** Takes a running attempt in, scores what can be scored, and sees whether it was the candidate's last one. */
export async function closeAttempt(tx: TxCtx, attempt: Attempt, closedBy: "candidate" | "time"): Promise<void> {
	const now = tx.clock.now();
	await tx.db
		.update(attemptSections)
		.set({ closedAt: now })
		.where(and(eq(attemptSections.attemptId, attempt.id), isNull(attemptSections.closedAt)));
	await tx.db
		.update(attempts)
		.set({ state: "submitted", submittedAt: now, closedBy })
		.where(eq(attempts.id, attempt.id));
	await publish(tx, attemptSubmitted, {
		...{ attemptId: attempt.id, applicationId: attempt.applicationId, testId: attempt.testId, closedBy },
	});
	await closeAssessment(tx, attempt);
	await settleAttempt(tx, attempt.id);
	await announce(tx, { context: "hiring", subject: attempt.applicationId, audiences: [] });
}

async function closeAssessment(tx: TxCtx, { assessmentId, applicationId }: Attempt): Promise<void> {
	const left = and(eq(attempts.assessmentId, assessmentId), isNull(attempts.submittedAt));
	const [open] = await tx.db.select({ id: attempts.id }).from(attempts).where(left).limit(1);
	if (open) return;
	await tx.db.update(assessments).set({ submittedAt: tx.clock.now() }).where(eq(assessments.id, assessmentId));
	await advanceApplication(tx, { applicationId, to: "tested" });
	const [candidate] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!candidate) return;
	const { name, email, locale } = candidate;
	await publish(tx, assessmentSubmitted, { assessmentId, applicationId, name, email, locale });
}

/** Closes an attempt whose time, and the grace after it, is over. Gives when to look again where it is not; null when it is closed. */
export async function expireAttempt(ctx: Ctx, { attemptId }: { attemptId: AttemptId }): Promise<Date | null> {
	return withTransaction(ctx, async (tx) => {
		const [attempt] = await tx.db.select().from(attempts).where(eq(attempts.id, attemptId)).for("update");
		if (attempt?.state !== "running" || !attempt.deadline) return null;
		const { answerGraceSeconds } = await policyInForce(tx, "tests");
		const closesAt = after(attempt.deadline, answerGraceSeconds * 1000 + 1);
		if (tx.clock.now() < closesAt) return closesAt;
		await closeAttempt(tx, attempt, "time");
		return null;
	});
}
