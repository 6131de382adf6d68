import { and, eq, type SQL } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { idempotencyKeys } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import type { TxCtx } from "./context";

const { scope, command, key } = idempotencyKeys;

const claim = prepared({ scope, command, key, fingerprint: idempotencyKeys.fingerprint }, (db, call) =>
	db.insert(idempotencyKeys).values(call).onConflictDoNothing().returning({ key }),
);

const here = (call: Record<"scope" | "command" | "key", SQL>) =>
	and(eq(scope, call.scope), eq(command, call.command), eq(key, call.key));

const earlierCall = prepared({ scope, command, key }, (db, call) =>
	db.select().from(idempotencyKeys).where(here(call)),
);

const answer = prepared({ scope, command, key, result: idempotencyKeys.result }, (db, { result, ...call }) =>
	db.update(idempotencyKeys).set({ result }).where(here(call)),
);

type Call = { command: string; key: string; input: unknown };

/**
 * Runs a creating command once for one key of one actor. The same key again gives the first answer; with another input it
 * is refused (`common.idempotency_key_reused`). Two at once: the second waits for the first one's transaction.
 * The answer is kept as JSON, so it is made of JSON values only.
 */
export async function once<Result extends object>(tx: TxCtx, call: Call, work: () => Promise<Result>): Promise<Result> {
	const actor = actorRef(tx.actor);
	const same = { scope: `${actor.kind}:${actor.id ?? ""}`, command: call.command, key: call.key };
	const print = fingerprint(call.input);
	const [mine] = await claim(tx.db, { ...same, fingerprint: print });
	if (!mine) {
		const [earlier] = await earlierCall(tx.db, same);
		if (earlier?.fingerprint !== print) throw commonRefusals.because("idempotency_key_reused");
		return earlier.result as Result;
	}
	const result = await work();
	await answer(tx.db, { ...same, result });
	return result;
}
