import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { payouts } from "@/db/schema/billing-payouts";
import { payoutAccounts } from "@/db/schema/billing-transfers";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { payoutAccountInput } from "../contracts";
import { workerOf } from "../domain/ownership";
import { lockPayee } from "./lock-payee";
import { openTransfer } from "./open-transfer";

/** The worker says where to be paid. What waited for an account, or was rejected, is then transferred there. */
export async function setPayoutAccount(ctx: Ctx, { account }: z.output<typeof payoutAccountInput>): Promise<void> {
	const workerId = workerOf(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		// Before it looks for what waits: a payout that is issued meanwhile finds the new account, one that is rejected, too.
		await lockPayee(tx, workerId);
		const unpaid = await tx.db
			.select()
			.from(payouts)
			.where(and(eq(payouts.workerId, workerId), inArray(payouts.status, ["issued", "rejected"])))
			.orderBy(asc(payouts.month))
			.for("update");
		const mine = eq(payoutAccounts.workerId, workerId);
		const [before] = await tx.db.select().from(payoutAccounts).where(mine);
		const changed = { account, changedAt: tx.clock.now() };
		await tx.db
			.insert(payoutAccounts)
			.values({ workerId, ...changed })
			.onConflictDoUpdate({ target: payoutAccounts.workerId, set: changed });
		await audit(tx, {
			...{ action: "billing.set-payout-account", subject: `worker:${workerId}` },
			...{ before: { account: before?.account ?? null }, after: { account } },
		});
		for (const payout of unpaid) await openTransfer(tx, payout);
		await announce(tx, { context: "billing", subject: workerId, audiences: [`worker:${workerId}`] });
	});
}
