import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { attemptSections, attempts } from "@/db/schema/hiring-tests";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { finishSectionInput } from "../contracts/taking";
import { testRefusals } from "../contracts/tests";
import { sectionDeadline } from "../domain/taking-time";
import { lockAttemptOf } from "../queries/find-assessment";
import { contentOf } from "../queries/get-test";
import { closeAttempt } from "./close-attempt";

/** Closes the section at which the candidate is and opens the next, or hands the test in. There is no way back; twice is once. */
export async function finishSection(
	ctx: Ctx,
	input: z.output<typeof finishSectionInput>,
): Promise<{ section: number; submitted: boolean }> {
	return withTransaction(ctx, async (tx) => {
		const { assessment, attempt } = await lockAttemptOf(tx, input);
		if (attempt.state === "assigned") throw testRefusals.because("not_begun");
		if (attempt.state !== "running") return { section: attempt.section, submitted: true };
		if (attempt.section !== input.section) return { section: attempt.section, submitted: false };
		const { sections } = await contentOf(tx, attempt);
		const next = sections[attempt.section + 1];
		const now = tx.clock.now();
		if (!next || !attempt.deadline || now >= attempt.deadline) {
			await closeAttempt(tx, attempt, now > (attempt.deadline ?? now) ? "time" : "candidate");
			return { section: attempt.section, submitted: true };
		}
		const section = attempt.section + 1;
		await tx.db
			.update(attemptSections)
			.set({ closedAt: now })
			.where(and(eq(attemptSections.attemptId, attempt.id), isNull(attemptSections.closedAt)));
		await tx.db.insert(attemptSections).values({
			...{ attemptId: attempt.id, position: section, openedAt: now },
			deadline: sectionDeadline(now, {
				...{ limit: next.minutes, extraPercent: assessment.extraPercent, testDeadline: attempt.deadline },
			}),
		});
		await tx.db.update(attempts).set({ section }).where(eq(attempts.id, attempt.id));
		return { section, submitted: false };
	});
}
