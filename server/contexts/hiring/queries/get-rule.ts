import { and, desc, eq } from "drizzle-orm";
import { screeningActivations, screeningRules } from "@/db/schema/hiring-screening";
import { commonRefusals } from "@/server/kernel/errors";
import type { VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { type ScreeningRule, screeningRule, standardRule } from "../domain/screening-rule";

type Asked = { vacancyId: VacancyId; version: number };

/** A version of a vacancy's rule; 0 is the standard, which nobody wrote. */
export async function getRule(ctx: Ctx, { vacancyId, version }: Asked): Promise<ScreeningRule> {
	if (version === 0) return standardRule;
	const [row] = await ctx.db
		.select({ rule: screeningRules.rule })
		.from(screeningRules)
		.where(and(eq(screeningRules.vacancyId, vacancyId), eq(screeningRules.version, version)));
	if (!row) throw commonRefusals.because("not_found");
	return screeningRule.parse(row.rule);
}

/** Which version is in force, by which activation; the standard (0, by none) until somebody activates one. */
export async function getActivation(ctx: Ctx, vacancyId: VacancyId): Promise<{ number: number; version: number }> {
	const [newest] = await ctx.db
		.select({ number: screeningActivations.number, version: screeningActivations.version })
		.from(screeningActivations)
		.where(eq(screeningActivations.vacancyId, vacancyId))
		.orderBy(desc(screeningActivations.number))
		.limit(1);
	return newest ?? { number: 0, version: 0 };
}
