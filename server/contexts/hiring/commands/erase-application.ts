import { eq, inArray, or } from "drizzle-orm";
import type { z } from "zod";
import {
	applicationDuplicates,
	applicationMoves,
	applications,
	contacts,
	rawPhotos,
	reminders,
} from "@/db/schema/hiring-applications";
import { answers, assessments, attemptNotes, attempts, grades } from "@/db/schema/hiring-tests";
import { blankPersonal } from "@/server/events/blank-personal";
import { candidateErased } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import type { ApplicationId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { forgetFile, forgetFilesOf } from "@/server/platform/files";
import { applicationRefusals, type eraseApplicationInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { canGo } from "../domain/application";
import { type Application, lockApplication, moveApplication, tellOffice } from "./move-application";
import { uploaderOf } from "./save-answers";

/** A manager erases a person, who has asked for it by mail or phone. */
export async function eraseApplication(ctx: Ctx, input: z.output<typeof eraseApplicationInput>): Promise<void> {
	demandManager(ctx.actor);
	await erase(ctx, input, input.words);
}

/**
 * Erases what a cat has told of itself: from the application, its photos, contacts, answers, the graders' notes, and all stored
 * events; messages follow by the event. What is left says that somebody applied, how far it came, and which points were scored. Who works for the house
 * is not erased here. Bytes are forgotten first, so that what breaks off is found and finished by the next try.
 */
export async function erase(
	ctx: Ctx,
	asked: { applicationId: ApplicationId; version?: number },
	why: string,
): Promise<void> {
	const { applicationId } = asked;
	const [before] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (before?.state === "accepted") throw applicationRefusals.because("wrong_state", { state: before.state });
	const taken = await ctx.db.select().from(assessments).where(eq(assessments.applicationId, applicationId));
	await withTransaction(ctx, async (tx) => {
		let application = await lockApplication(tx, asked);
		if (application.state === "accepted") throw applicationRefusals.because("wrong_state", { state: "accepted" });
		if (canGo(application.state, "withdrawn")) {
			application = await moveApplication(tx, application, { to: "withdrawn" });
		}
		await blank(tx, application);
		await blankPersonal(tx, `application:${applicationId}`);
		await publish(tx, candidateErased, { applicationId, vacancyId: application.vacancyId });
		await audit(tx, { action: "hiring.erase", subject: `application:${applicationId}`, reason: why });
		await tellOffice(tx, applicationId);
	});
	if (before?.photoId) await forgetFile(ctx, before.photoId);
	for (const { id } of taken) await forgetFilesOf(ctx, `system:${uploaderOf(id)}`);
}

async function blank(tx: TxCtx, { id, version }: Application): Promise<void> {
	const nothing = { name: "", email: "", phone: "", words: "", languages: [], breed: "", coat: "", age: 0 };
	await tx.db
		.update(applications)
		.set({ ...nothing, photoId: null, network: null, erasedAt: tx.clock.now(), version: version + 1 })
		.where(eq(applications.id, id));
	await tx.db.delete(rawPhotos).where(eq(rawPhotos.applicationId, id));
	await tx.db.update(applicationMoves).set({ words: "" }).where(eq(applicationMoves.applicationId, id));
	await tx.db.update(contacts).set({ words: "" }).where(eq(contacts.applicationId, id));
	await tx.db.update(reminders).set({ words: "", doneAt: tx.clock.now() }).where(eq(reminders.applicationId, id));
	const { applicationId, earlierId } = applicationDuplicates;
	await tx.db.delete(applicationDuplicates).where(or(eq(applicationId, id), eq(earlierId, id)));
	const mine = tx.db.select({ id: attempts.id }).from(attempts).where(eq(attempts.applicationId, id));
	await tx.db.delete(answers).where(inArray(answers.attemptId, mine));
	await tx.db.delete(attemptNotes).where(inArray(attemptNotes.attemptId, mine));
	await tx.db.update(grades).set({ note: "" }).where(inArray(grades.attemptId, mine));
}
