import { eq } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { applications, rawPhotos, vacancies } from "@/db/schema/hiring-applications";
import { applicationSubmitted } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import { type ApplicationId, newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type ApplyForm, applicationRefusals } from "../contracts/applications";

type Submission = {
	form: ApplyForm;
	/** As it was sent: nobody has looked into it yet. */
	photo: Buffer | null;
	/** What names the proof of work that came with it. */
	proof: string;
	/** A keyed hash of where it came from. */
	network: string | null;
};

const vacancy = prepared({ id: vacancies.id }, (db, { id }) =>
	db.select({ open: vacancies.open }).from(vacancies).where(eq(vacancies.id, id)),
);

/**
 * Takes an application in, for anybody: one insert, and nothing that costs; photo, mails and duplicates come after. One
 * proof of work brings one application: whoever sends the same again, since the answer got lost, is given the first answer.
 */
export async function submitApplication(
	ctx: Ctx,
	{ form, photo, proof, network }: Submission,
): Promise<{ applicationId: ApplicationId; isNew: boolean }> {
	const { consent: _consent, ...told } = form;
	const [asked] = await vacancy(ctx.db, { id: form.vacancyId });
	if (!asked?.open) throw applicationRefusals.because("no_such_vacancy");
	return withTransaction(ctx, async (tx) => {
		const now = tx.clock.now();
		const applicationId = newId<ApplicationId>();
		const [taken] = await tx.db
			.insert(applications)
			.values({ ...told, id: applicationId, submittedAt: now, stateSince: now, proof, network })
			.onConflictDoNothing({ target: applications.proof })
			.returning({ id: applications.id });
		if (!taken) return { applicationId: await earlier(tx, proof, form), isNew: false };
		if (photo) await tx.db.insert(rawPhotos).values({ applicationId, photo });
		await publish(tx, applicationSubmitted, {
			...{ applicationId, vacancyId: form.vacancyId, name: form.name, email: form.email, locale: form.locale },
			at: now.toISOString(),
		});
		await announce(tx, { context: "hiring", subject: applicationId, audiences: [] });
		return { applicationId, isNew: true };
	});
}

/** The same proof with another person is a proof used twice. */
async function earlier(tx: Ctx, proof: string, { email }: ApplyForm): Promise<ApplicationId> {
	const [known] = await tx.db
		.select({ id: applications.id, email: applications.email })
		.from(applications)
		.where(eq(applications.proof, proof));
	if (!known || known.email !== email) throw applicationRefusals.because("proof_wrong");
	return known.id;
}
