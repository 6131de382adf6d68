import { and, desc, eq, isNull, lte } from "drizzle-orm";
import type { z } from "zod";
import { prepared } from "@/db/prepared";
import { policyVersions } from "@/db/schema/platform";
import type { Ctx } from "../context";
import { applicationsDefaults, applicationsPolicy } from "./applications";
import { collectionsDefaults, collectionsPolicy } from "./collections";
import { moneyDefaults, moneyPolicy } from "./money";
import { operationsDefaults, operationsPolicy } from "./operations";
import { testsDefaults, testsPolicy } from "./tests";

export { shownLadder } from "./money";

type Values = {
	collections: z.output<typeof collectionsPolicy>;
	money: z.output<typeof moneyPolicy>;
	operations: z.output<typeof operationsPolicy>;
	tests: z.output<typeof testsPolicy>;
	applications: z.output<typeof applicationsPolicy>;
};

export type PolicySet = keyof Values;
export type Policy<Set extends PolicySet> = { version: number } & Values[Set];

/** Every set of settings: its shape, and the values that an installation starts with. */
export const policySets: { [Set in PolicySet]: { schema: z.ZodType<Values[Set]>; defaults: Values[Set] } } = {
	collections: { schema: collectionsPolicy, defaults: collectionsDefaults },
	money: { schema: moneyPolicy, defaults: moneyDefaults },
	operations: { schema: operationsPolicy, defaults: operationsDefaults },
	tests: { schema: testsPolicy, defaults: testsDefaults },
	applications: { schema: applicationsPolicy, defaults: applicationsDefaults },
};

const newestOf = prepared({ set: policyVersions.set, at: policyVersions.effectiveFrom }, (db, { set, at }) =>
	db
		.select()
		.from(policyVersions)
		.where(and(eq(policyVersions.set, set), lte(policyVersions.effectiveFrom, at), isNull(policyVersions.withdrawnAt)))
		.orderBy(desc(policyVersions.effectiveFrom), desc(policyVersions.version))
		.limit(1),
);

/**
 * The one door to settings: the version of a set that is in force at a moment of business time (now, unless given).
 * Throws when there is none, which means that the reference data were never laid.
 */
export async function policyInForce<Set extends PolicySet>(ctx: Ctx, set: Set, at?: Date): Promise<Policy<Set>> {
	const [row] = await newestOf(ctx.db, { set, at: at ?? ctx.clock.now() });
	return parsed(set, row);
}

/** A version of a set by its number: for what keeps the number by which it was decided. Throws when there is none. */
export async function policyOfVersion<Set extends PolicySet>(
	ctx: Ctx,
	set: Set,
	version: number,
): Promise<Policy<Set>> {
	const [row] = await ctx.db
		.select()
		.from(policyVersions)
		.where(and(eq(policyVersions.set, set), eq(policyVersions.version, version)));
	return parsed(set, row);
}

function parsed<Set extends PolicySet>(set: Set, row: { version: number; values: unknown } | undefined): Policy<Set> {
	if (!row) throw new Error(`the policy set "${set}" has no such version, or none in force`);
	return { version: row.version, ...policySets[set].schema.parse(row.values) };
}
