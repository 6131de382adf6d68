import { asc } from "drizzle-orm";
import { vacancies } from "@/db/schema/hiring-applications";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const shown = { vacancyId: vacancies.id, name: vacancies.name, open: vacancies.open };

/** All that cats can or could apply for, for the office. */
export async function listVacancies(ctx: Ctx) {
	demandManager(ctx.actor);
	return ctx.db.select(shown).from(vacancies).orderBy(asc(vacancies.createdAt), asc(vacancies.id));
}
