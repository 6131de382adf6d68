import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { policyVersions } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "../audit";
import type { Ctx } from "../context";
import { withTransaction } from "../database";
import { policiesRefusals, type withdrawPolicyInput } from "./contracts";
import { demandAdmin, lockVersions, tellOfPolicy } from "./versions";

/** Takes back a version before it takes effect; of several that are planned the last first. Doing it again does nothing. */
export async function withdrawPolicy(ctx: Ctx, input: z.output<typeof withdrawPolicyInput>): Promise<void> {
	demandAdmin(ctx);
	const { set, version, reason } = input;
	await withTransaction(ctx, async (tx) => {
		const versions = await lockVersions(tx, set);
		const meant = versions.find((known) => known.version === version);
		if (!meant) throw commonRefusals.because("not_found");
		if (meant.withdrawnAt) return;
		const now = tx.clock.now();
		if (meant.effectiveFrom <= now) throw policiesRefusals.because("in_force");
		const standing = versions.find(({ withdrawnAt }) => withdrawnAt === null);
		if (standing !== meant) throw policiesRefusals.because("later_one_planned");
		await tx.db
			.update(policyVersions)
			.set({ withdrawnAt: now, withdrawnBy: actorRef(tx.actor) })
			.where(and(eq(policyVersions.set, set), eq(policyVersions.version, version)));
		await audit(tx, {
			...{ action: "policies.withdraw", subject: `policy:${set}`, reason },
			before: { version, effectiveFrom: meant.effectiveFrom },
		});
		await tellOfPolicy(tx, set, false);
	});
}
