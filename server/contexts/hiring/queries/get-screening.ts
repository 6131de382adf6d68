import { desc, eq } from "drizzle-orm";
import { screeningActivations, screeningRules } from "@/db/schema/hiring-screening";
import type { VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { screeningRule, standardRule } from "../domain/screening-rule";

/** How a vacancy is screened: every version of its rule, the newest first and the standard (0) last, and what was in force when. */
export async function getScreening(ctx: Ctx, { vacancyId }: { vacancyId: VacancyId }) {
	demandManager(ctx.actor);
	const rows = await ctx.db
		.select()
		.from(screeningRules)
		.where(eq(screeningRules.vacancyId, vacancyId))
		.orderBy(desc(screeningRules.version));
	const activations = await ctx.db
		.select()
		.from(screeningActivations)
		.where(eq(screeningActivations.vacancyId, vacancyId))
		.orderBy(desc(screeningActivations.number));
	const standard = { version: 0, name: null, basedOn: null, author: null, createdAt: null, rule: standardRule };
	const written = rows.map(({ vacancyId: _vacancy, rule, ...row }) => ({ ...row, rule: screeningRule.parse(rule) }));
	return { inForce: activations[0]?.version ?? 0, versions: [...written, standard], activations };
}
