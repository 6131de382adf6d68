import type { z } from "zod";
import { screeningActivations } from "@/db/schema/hiring-screening";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { hiringRefusals } from "../contracts";
import type { activateRuleInput } from "../contracts/screening";
import { demandManager } from "../domain/access";
import { getActivation, getRule } from "../queries/get-rule";
import { lockScreening } from "./lock-screening";

/**
 * A manager puts a version of a vacancy's rule into force, or an earlier one back. Scorecards that were drawn up stay as they
 * are. Refused (`common.stale`) when another version has come into force since it was shown.
 */
export async function activateRule(ctx: Ctx, input: z.output<typeof activateRuleInput>): Promise<void> {
	demandManager(ctx.actor);
	const { vacancyId, version, instead, reason } = input;
	await withTransaction(ctx, async (tx) => {
		await lockScreening(tx, vacancyId);
		const before = await getActivation(tx, vacancyId);
		if (before.version !== instead) throw commonRefusals.because("stale");
		if (before.version === version) throw hiringRefusals.because("rule_in_force");
		await getRule(tx, { vacancyId, version });
		const [number, by, activatedAt] = [before.number + 1, actorRef(tx.actor), tx.clock.now()];
		await tx.db.insert(screeningActivations).values({ vacancyId, number, version, reason, by, activatedAt });
		await audit(tx, {
			...{ action: "hiring.activate-rule", subject: `vacancy:${vacancyId}`, reason },
			...{ before: { version: before.version }, after: { version } },
		});
		await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
	});
}
