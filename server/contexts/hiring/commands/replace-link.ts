import { eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { assessments } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import type { AssessmentId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type assessmentLinkInput, testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { announceAssessment } from "./announce-assessment";

type Input = z.output<typeof assessmentLinkInput>;

/** From now on nobody gets in by the candidate's link. */
export async function revokeLink(ctx: Ctx, input: Input): Promise<{ revoked: boolean }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const assessment = await lockAssessment(tx, input.assessmentId);
		if (assessment.revokedAt) return { revoked: true };
		await tx.db.update(assessments).set({ revokedAt: tx.clock.now() }).where(eq(assessments.id, assessment.id));
		await onRecord(tx, assessment.applicationId, "hiring.revoke-link");
		return { revoked: true };
	});
}

/** Mails the candidate a new link; every earlier one is worthless from now on. */
export async function replaceLink(ctx: Ctx, input: Input): Promise<{ linkVersion: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const before = await lockAssessment(tx, input.assessmentId);
		const [application] = await tx.db.select().from(applications).where(eq(applications.id, before.applicationId));
		if (!application || application.erasedAt) throw commonRefusals.because("not_found");
		if (["accepted", "rejected", "withdrawn"].includes(application.state)) throw testRefusals.because("decided");
		const linkVersion = before.linkVersion + 1;
		await tx.db.update(assessments).set({ linkVersion, revokedAt: null }).where(eq(assessments.id, before.id));
		await announceAssessment(tx, { assessment: { ...before, linkVersion }, application });
		await onRecord(tx, before.applicationId, "hiring.replace-link");
		return { linkVersion };
	});
}

async function lockAssessment(tx: TxCtx, id: AssessmentId) {
	const [found] = await tx.db.select().from(assessments).where(eq(assessments.id, id)).for("update");
	if (!found) throw commonRefusals.because("not_found");
	return found;
}

async function onRecord(tx: TxCtx, applicationId: string, action: string): Promise<void> {
	await audit(tx, { action, subject: `application:${applicationId}` });
	await announce(tx, { context: "hiring", subject: applicationId, audiences: [] });
}
