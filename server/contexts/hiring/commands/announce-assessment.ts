import { eq } from "drizzle-orm";
import type { applications } from "@/db/schema/hiring-applications";
import { type assessments, attempts } from "@/db/schema/hiring-tests";
import { assessmentAssigned } from "@/server/events/catalog/hiring-tests";
import { publish } from "@/server/events/publish";
import type { TxCtx } from "@/server/platform/context";
import { contentOf } from "../queries/get-test";

type Given = {
	assessment: typeof assessments.$inferSelect;
	application: Pick<typeof applications.$inferSelect, "name" | "email" | "locale">;
};

/** Tells what there is to do behind which link: the mail is written by that. */
export async function announceAssessment(tx: TxCtx, { assessment, application }: Given): Promise<void> {
	const rows = await tx.db.select().from(attempts).where(eq(attempts.assessmentId, assessment.id));
	const open = rows.filter(({ submittedAt }) => submittedAt === null);
	if (open.length === 0) return;
	let minutes = 0;
	for (const attempt of open) minutes += (await contentOf(tx, attempt)).minutes;
	await publish(tx, assessmentAssigned, {
		...{ assessmentId: assessment.id, applicationId: assessment.applicationId, linkVersion: assessment.linkVersion },
		...{ name: application.name, email: application.email, locale: application.locale },
		...{ tests: open.length, minutes: Math.ceil((minutes * (100 + assessment.extraPercent)) / 100) },
		dueAt: assessment.dueAt.toISOString(),
	});
}
