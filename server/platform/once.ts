import { and, eq } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import type { TxCtx } from "./context";

type Call = { command: string; key: string; input: unknown };

/**
 * Runs a creating command once for one key of one actor. The same key again gives the first answer; with another input it
 * is refused (`common.idempotency_key_reused`). Two at once: the second waits for the first one's transaction.
 * The answer is kept as JSON, so it is made of JSON values only.
 */
export async function once<Result extends object>(tx: TxCtx, call: Call, work: () => Promise<Result>): Promise<Result> {
	const actor = actorRef(tx.actor);
	const row = { scope: `${actor.kind}:${actor.id ?? ""}`, command: call.command, key: call.key };
	const print = fingerprint(call.input);
	const here = and(
		eq(idempotencyKeys.scope, row.scope),
		eq(idempotencyKeys.command, row.command),
		eq(idempotencyKeys.key, row.key),
	);
	const [mine] = await tx.db
		.insert(idempotencyKeys)
		.values({ ...row, fingerprint: print })
		.onConflictDoNothing()
		.returning();
	if (!mine) {
		const [earlier] = await tx.db.select().from(idempotencyKeys).where(here);
		if (earlier?.fingerprint !== print) throw commonRefusals.because("idempotency_key_reused");
		return earlier.result as Result;
	}
	const result = await work();
	await tx.db.update(idempotencyKeys).set({ result }).where(here);
	return result;
}
