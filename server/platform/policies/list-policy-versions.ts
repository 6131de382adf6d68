import { asc } from "drizzle-orm";
import { policyVersions } from "@/db/schema/platform";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import type { Ctx } from "../context";
import { type PolicySet, policyInForce, policySets } from ".";
import { policyFields, policySetNames, valueAt } from "./contracts";

type Row = typeof policyVersions.$inferSelect;
type Change = { path: string; before: unknown; after: unknown };

/** Every set of rules: what holds now, what is planned, and who changed what, the newest first. For managers. */
export async function listPolicyVersions(ctx: Ctx) {
	const { actor } = ctx;
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
	const rows = await ctx.db.select().from(policyVersions).orderBy(asc(policyVersions.version));
	return Promise.all(
		policySetNames.map(async (set) => {
			const { version: inForce } = await policyInForce(ctx, set);
			const versions = historyOf(
				set,
				rows.filter((row) => row.set === set),
			);
			return { set, inForce, versions: versions.map((row) => ({ ...row, state: stateOf(row, inForce) })) };
		}),
	);
}

type State = "in-force" | "planned" | "past" | "withdrawn";

const stateOf = (row: Pick<Row, "version" | "withdrawnAt">, inForce: number): State =>
	row.withdrawnAt ? "withdrawn" : row.version === inForce ? "in-force" : row.version > inForce ? "planned" : "past";

/** Each version with what it changed of the one that stood before it, the newest first. */
function historyOf(set: PolicySet, rows: Row[]) {
	let standing: unknown = null;
	const history = rows.map(({ set: _set, values: kept, ...row }) => {
		const values = policySets[set].schema.parse(kept);
		const changes = standing === null ? [] : changesOf(set, standing, values);
		if (!row.withdrawnAt) standing = values;
		return { ...row, values: values as unknown, changes };
	});
	return history.reverse();
}

const changesOf = (set: PolicySet, before: unknown, after: unknown): Change[] =>
	policyFields(set)
		.map(({ path }) => ({ path, before: valueAt(before, path), after: valueAt(after, path) }))
		.filter((change) => fingerprint(change.before) !== fingerprint(change.after));
