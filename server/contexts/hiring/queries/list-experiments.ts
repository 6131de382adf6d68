import { desc, eq } from "drizzle-orm";
import { experiments } from "@/db/schema/hiring-screening";
import type { VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

/** The experiments of a vacancy, the newest first. There are few: each takes weeks. */
export async function listExperiments(ctx: Ctx, { vacancyId }: { vacancyId: VacancyId }) {
	demandManager(ctx.actor);
	return ctx.db
		.select()
		.from(experiments)
		.where(eq(experiments.vacancyId, vacancyId))
		.orderBy(desc(experiments.startedAt), desc(experiments.id))
		.limit(200);
}
