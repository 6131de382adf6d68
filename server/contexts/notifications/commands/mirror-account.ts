import { lt } from "drizzle-orm";
import { recipients } from "@/db/schema/notifications";
import type { EventData } from "@/server/events/catalog/_define";
import type { accountChanged } from "@/server/events/catalog/identity";
import type { Ctx } from "@/server/platform/context";

/** Keeps the replica of whom to write to. An older version does nothing. */
export async function mirrorAccount(ctx: Ctx, account: EventData<typeof accountChanged>): Promise<void> {
	const { accountId, version, name, email, locale, roles, clientId, workerId, active } = account;
	const copy = { version, name, email, locale, roles, clientId, workerId, active };
	await ctx.db
		.insert(recipients)
		.values({ accountId, ...copy })
		.onConflictDoUpdate({ target: recipients.accountId, set: copy, setWhere: lt(recipients.version, version) });
}
