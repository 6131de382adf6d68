import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/identity";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { setLocaleInput } from "../contracts";
import { publishAccount } from "./publish-account";

/** The language in which a person is written to. Each for oneself. */
export async function setLocale(ctx: Ctx, input: z.output<typeof setLocaleInput>): Promise<void> {
	const { actor } = ctx;
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	await withTransaction(ctx, async (tx) => {
		const [account] = await tx.db
			.update(accounts)
			.set({ locale: input.locale, version: sql`${accounts.version} + 1` })
			.where(eq(accounts.id, actor.accountId))
			.returning();
		if (!account) throw commonRefusals.because("not_found");
		await audit(tx, {
			action: "identity.set-locale",
			subject: `account:${account.id}`,
			after: { locale: account.locale },
		});
		await publishAccount(tx, account);
	});
}
