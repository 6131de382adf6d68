import { eq } from "drizzle-orm";
import { assessments, attempts } from "@/db/schema/hiring-tests";
import type { AssessmentId, AttemptId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { linkToken, readLinkToken } from "@/server/platform/signed-links";
import { testRefusals } from "../contracts/tests";

type Assessment = typeof assessments.$inferSelect;
type Attempt = typeof attempts.$inferSelect;

const ASSESSMENT = "assessment";

/** What the candidate's link ends in now. */
export const tokenOf = ({ id, linkVersion }: Pick<Assessment, "id" | "linkVersion">): string =>
	linkToken(ASSESSMENT, id, linkVersion);

/** The assessment to which a link leads. Who has no good link is told the same whatever is wrong with it. */
export async function findAssessment(ctx: Ctx, token: string): Promise<Assessment> {
	const named = readLinkToken(ASSESSMENT, token);
	const [found] = named
		? await ctx.db
				.select()
				.from(assessments)
				.where(eq(assessments.id, named.id as AssessmentId))
		: [];
	if (!found || found.revokedAt || found.linkVersion !== named?.version) throw testRefusals.because("link_unknown");
	return found;
}

/** The attempt of a link, locked. Another's attempt does not exist for whoever has this link. */
export async function lockAttemptOf(
	tx: TxCtx,
	{ token, attemptId }: { token: string; attemptId: AttemptId },
): Promise<{ assessment: Assessment; attempt: Attempt }> {
	const assessment = await findAssessment(tx, token);
	const [attempt] = await tx.db.select().from(attempts).where(eq(attempts.id, attemptId)).for("update");
	if (attempt?.assessmentId !== assessment.id) throw testRefusals.because("link_unknown");
	return { assessment, attempt };
}
