import { asc, eq } from "drizzle-orm";
import { vacancies } from "@/db/schema/hiring-applications";
import { perProcess } from "@/server/kernel/per-process";
import type { Ctx } from "@/server/platform/context";

type Opening = { vacancyId: string; name: { en: string; ru: string } };

/** A flood asks for this, too. Who comes within these seconds is told the same: the one thing kept in place of a query. */
const FRESH_MS = 5_000;
const state = perProcess("open-vacancies", () => ({ until: 0, asked: undefined as Promise<Opening[]> | undefined }));

/** What cats can apply for now. For everybody. */
export async function getOpenings({ db, clock }: Ctx): Promise<Opening[]> {
	const now = clock.systemNow().getTime();
	if (!state.asked || state.until < now) {
		state.until = now + FRESH_MS;
		state.asked = db
			.select({ vacancyId: vacancies.id, name: vacancies.name })
			.from(vacancies)
			.where(eq(vacancies.open, true))
			.orderBy(asc(vacancies.createdAt), asc(vacancies.id))
			.catch((error) => {
				state.asked = undefined;
				throw error;
			});
	}
	return state.asked;
}
