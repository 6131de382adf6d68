import type { accounts } from "@/db/schema/identity";
import { accountChanged } from "@/server/events/catalog/identity";
import { publish } from "@/server/events/publish";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";

/** Tells everybody what an account is like now. Every command that changes one ends here. */
export async function publishAccount(tx: TxCtx, account: typeof accounts.$inferSelect): Promise<void> {
	await publish(tx, accountChanged, {
		accountId: account.id,
		version: account.version,
		name: account.name,
		email: account.email,
		phone: account.phone,
		locale: account.locale,
		roles: account.roles,
		clientId: account.clientId,
		workerId: account.workerId,
		active: account.active,
	});
	await announce(tx, { context: "identity", subject: account.id, audiences: [`account:${account.id}`] });
}
