import { and, count, eq } from "drizzle-orm";
import type { z } from "zod";
import { accounts, savedViews } from "@/db/schema/identity";
import { commonRefusals } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { identityRefusals, type saveViewInput } from "../contracts";

const MOST_OF_A_LIST = 30;

/** Keeps how a list is looked at under a name, for oneself. The same name again replaces it. */
export async function saveView(ctx: Ctx, { list, name, query }: z.output<typeof saveViewInput>): Promise<void> {
	const { actor } = ctx;
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	await withTransaction(ctx, async (tx) => {
		const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, actor.accountId)).for("update");
		if (!account) throw commonRefusals.because("not_found");
		await tx.db
			.insert(savedViews)
			.values({ id: newId(), accountId: account.id, list, name, query, savedAt: tx.clock.now() })
			.onConflictDoUpdate({
				target: [savedViews.accountId, savedViews.list, savedViews.name],
				set: { query, savedAt: tx.clock.now() },
			});
		const [kept] = await tx.db
			.select({ count: count() })
			.from(savedViews)
			.where(and(eq(savedViews.accountId, account.id), eq(savedViews.list, list)));
		if ((kept?.count ?? 0) > MOST_OF_A_LIST) throw identityRefusals.because("too_many_views", { most: MOST_OF_A_LIST });
	});
}
