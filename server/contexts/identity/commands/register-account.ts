import type { z } from "zod";
import { accounts } from "@/db/schema/identity";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { type AccountId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { identityRefusals, type registerAccountInput } from "../contracts";
import { publishAccount } from "./publish-account";

/** Makes an account with roles; whoever is a client gets a client id with it. By an admin or the house. */
export async function registerAccount(
	ctx: Ctx,
	input: z.output<typeof registerAccountInput>,
): Promise<{ accountId: AccountId }> {
	if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw commonRefusals.because("not_allowed");
	return withTransaction(ctx, async (tx) => {
		const [account] = await tx.db
			.insert(accounts)
			.values({ ...input, id: newId(), clientId: input.roles.includes("client") ? newId() : null })
			.onConflictDoNothing({ target: accounts.email })
			.returning();
		if (!account) throw identityRefusals.because("email_taken");
		await audit(tx, {
			action: "identity.register-account",
			subject: `account:${account.id}`,
			after: { email: account.email, roles: account.roles },
		});
		await publishAccount(tx, account);
		return { accountId: account.id };
	});
}
