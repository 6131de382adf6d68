import { desc, eq, sql } from "drizzle-orm";
import { policyVersions } from "@/db/schema/platform";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx, TxCtx } from "../context";
import { announce, EVERY_CONTEXT } from "../live";
import type { PolicySet } from ".";

/** Rules are set by admins, and read by managers. */
export function demandAdmin({ actor }: Ctx): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "admin")) throw commonRefusals.because("not_allowed");
}

/** All versions of a set, the newest first; who comes second waits and sees what the first has written. */
export async function lockVersions(tx: TxCtx, set: PolicySet) {
	await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`policies:${set}`}))`);
	return tx.db.select().from(policyVersions).where(eq(policyVersions.set, set)).orderBy(desc(policyVersions.version));
}

/** What holds at once changes what everybody sees; what is only planned is the office's business. */
export const tellOfPolicy = (tx: TxCtx, set: PolicySet, atOnce: boolean): Promise<void> =>
	announce(tx, {
		context: atOnce ? EVERY_CONTEXT : "policies",
		subject: `policy:${set}`,
		audiences: atOnce ? ["everyone"] : [],
	});
