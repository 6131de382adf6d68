import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { traits } from "@/db/schema/hiring";
import { screeningRules } from "@/db/schema/hiring-screening";
import { actorRef } from "@/server/kernel/actor";
import { fingerprint } from "@/server/kernel/idempotency";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { hiringRefusals } from "../contracts";
import type { saveRuleInput } from "../contracts/screening";
import { demandManager } from "../domain/access";
import type { ScreeningRule } from "../domain/screening-rule";
import { getRule } from "../queries/get-rule";
import { lockScreening } from "./lock-screening";

/** A manager writes the next version of a vacancy's screening rule. It does nothing until it is activated or tried. */
export async function saveRule(ctx: Ctx, input: z.output<typeof saveRuleInput>): Promise<{ version: number }> {
	demandManager(ctx.actor);
	const { vacancyId, basedOn, name, rule } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.save-rule", key: input.idempotencyKey, input }, async () => {
			await lockScreening(tx, vacancyId);
			const before = await getRule(tx, { vacancyId, version: basedOn });
			if (fingerprint(before) === fingerprint(rule)) throw hiringRefusals.because("rule_unchanged");
			await refuseUnknownTraits(tx, rule);
			const version = (await newestVersion(tx, vacancyId)) + 1;
			const author = actorRef(tx.actor);
			await tx.db
				.insert(screeningRules)
				.values({ vacancyId, version, name, rule, basedOn, author, createdAt: tx.clock.now() });
			await audit(tx, {
				...{ action: "hiring.save-rule", subject: `vacancy:${vacancyId}` },
				...{ before: { version: basedOn, ...before }, after: { version, name, ...rule } },
			});
			await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
			return { version };
		}),
	);
}

async function newestVersion(tx: TxCtx, vacancyId: z.output<typeof saveRuleInput>["vacancyId"]): Promise<number> {
	const [newest] = await tx.db
		.select({ version: screeningRules.version })
		.from(screeningRules)
		.where(eq(screeningRules.vacancyId, vacancyId))
		.orderBy(desc(screeningRules.version))
		.limit(1);
	return newest?.version ?? 0;
}

async function refuseUnknownTraits(tx: TxCtx, { weights, mustHaves }: ScreeningRule): Promise<void> {
	const known = new Set((await tx.db.select({ key: traits.key }).from(traits)).map(({ key }) => key));
	const unknown = [...weights, ...mustHaves].find(({ trait }) => !known.has(trait));
	if (unknown) throw hiringRefusals.because("unknown_trait", { trait: unknown.trait });
}
