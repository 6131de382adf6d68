import { eq } from "drizzle-orm";
import { vacancies } from "@/db/schema/hiring-applications";
import { commonRefusals } from "@/server/kernel/errors";
import type { VacancyId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";

/** What changes how a vacancy is screened happens one after the other. Refuses a vacancy that there is not. */
export async function lockScreening(tx: TxCtx, vacancyId: VacancyId): Promise<void> {
	const [locked] = await tx.db
		.select({ id: vacancies.id })
		.from(vacancies)
		.where(eq(vacancies.id, vacancyId))
		.for("no key update");
	if (!locked) throw commonRefusals.because("not_found");
}
