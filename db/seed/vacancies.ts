import type { vacancies } from "@/db/schema/hiring-applications";
import type { VacancyId } from "@/server/kernel/ids";

/** What an installation starts with looking for. */
export const firstVacancies: (typeof vacancies.$inferInsert)[] = [
	{
		id: "01900000-0000-7000-8000-000000000001" as VacancyId,
		name: { en: "Worker cat", ru: "Кот-помощник" },
		createdAt: new Date(0),
	},
];
