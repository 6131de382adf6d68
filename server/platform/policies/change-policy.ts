import type { z } from "zod";
import { policyVersions } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { instantAt } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import { audit } from "../audit";
import type { Ctx } from "../context";
import { withTransaction } from "../database";
import { once } from "../once";
import { policyInForce, policySets } from ".";
import { type changePolicyInput, policiesRefusals, policyFields, valueAt } from "./contracts";
import { demandAdmin, lockVersions, tellOfPolicy } from "./versions";

type Change = z.output<typeof changePolicyInput>;

/**
 * Writes the next version of a set of rules, in force from the beginning of a business date on, or at once. Versions take
 * effect in the order of their numbers, so that each is read against the one before; none takes effect in the past. By an admin.
 */
export async function changePolicy(ctx: Ctx, input: Change): Promise<{ version: number }> {
	demandAdmin(ctx);
	const { idempotencyKey: key, set, reason } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "policies.change", key, input }, async () => {
			const versions = await lockVersions(tx, set);
			const standing = versions.find(({ withdrawnAt }) => withdrawnAt === null);
			if (!standing || standing.version !== input.basedOn) throw commonRefusals.because("stale");
			const now = tx.clock.now();
			const { timeZone } = await policyInForce(tx, "money");
			const effectiveFrom = input.effectiveFrom ? instantAt(input.effectiveFrom, "00:00", timeZone) : now;
			if (effectiveFrom < now) throw policiesRefusals.because("in_the_past");
			if (effectiveFrom < standing.effectiveFrom) throw policiesRefusals.because("later_one_planned");
			const before = policySets[set].schema.parse(standing.values);
			const changed = policyFields(set).filter(({ path }) =>
				differ(valueAt(before, path), valueAt(input.values, path)),
			);
			if (changed.length === 0) throw policiesRefusals.because("nothing_changed");
			const version = (versions[0]?.version ?? 0) + 1;
			await tx.db
				.insert(policyVersions)
				.values({ set, version, effectiveFrom, values: input.values, author: actorRef(tx.actor), reason });
			const only = (values: unknown) => Object.fromEntries(changed.map(({ path }) => [path, valueAt(values, path)]));
			await audit(tx, {
				...{ action: "policies.change", subject: `policy:${set}`, reason, before: only(before) },
				after: { version, effectiveFrom, ...only(input.values) },
			});
			await tellOfPolicy(tx, set, effectiveFrom <= now);
			return { version };
		}),
	);
}

const differ = (one: unknown, other: unknown): boolean => fingerprint(one) !== fingerprint(other);
