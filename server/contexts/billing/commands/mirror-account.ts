import { lt } from "drizzle-orm";
import { payees, payers } from "@/db/schema/billing";
import type { EventData } from "@/server/events/catalog/_define";
import type { accountChanged } from "@/server/events/catalog/identity";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { openAccount } from "../ledger/accounts";

/** Keeps billing's replica of who pays and who is paid, and opens their accounts in the ledger. An older version does nothing. */
export async function mirrorAccount(ctx: Ctx, account: EventData<typeof accountChanged>): Promise<void> {
	const { clientId, workerId, version, name, active } = account;
	const copy = { version, name, active };
	await withTransaction(ctx, async (tx) => {
		if (clientId) {
			await tx.db
				.insert(payers)
				.values({ clientId, ...copy })
				.onConflictDoUpdate({ target: payers.clientId, set: copy, setWhere: lt(payers.version, version) });
			await openAccount(tx, { kind: "client", ownerId: clientId });
		}
		if (workerId) {
			await tx.db
				.insert(payees)
				.values({ workerId, ...copy })
				.onConflictDoUpdate({ target: payees.workerId, set: copy, setWhere: lt(payees.version, version) });
			await openAccount(tx, { kind: "worker", ownerId: workerId });
		}
	});
}
