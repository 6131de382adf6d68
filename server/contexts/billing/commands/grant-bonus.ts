import { and, eq, gte, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { bonuses } from "@/db/schema/billing-bonuses";
import { actorRef, holds } from "@/server/kernel/actor";
import { monthOf } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import type { ApprovalId, BonusId, WorkerId } from "@/server/kernel/ids";
import { type Money, money } from "@/server/kernel/money";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type grantBonusInput } from "../contracts";
import { isOneself, needsSecondManager } from "../domain/bonus.policies";
import { askApproval } from "./ask-approval";
import { creditBonus } from "./credit-bonus";
import { lockPayee } from "./lock-payee";

type Granted = { outcome: "granted"; bonusId: BonusId } | { outcome: "waiting"; approvalId: ApprovalId };

/**
 * A manager credits an amount to a worker, with the reason. Above the policy's limit, counted over the month and the two
 * people, it waits for another manager.
 */
export async function grantBonus(ctx: Ctx, input: z.output<typeof grantBonusInput>): Promise<Granted> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { idempotencyKey: key, workerId, amount, reason } = input;
	if (isOneself(ctx.actor, workerId)) throw billingRefusals.because("own_bonus");
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.grant-bonus", key, input }, async (): Promise<Granted> => {
			// Under the payee's lock two at once do not each find room below the limit.
			if (!(await lockPayee(tx, workerId))) throw commonRefusals.because("not_found");
			const { approvalAbove } = await policyInForce(tx, "money");
			const subject = `worker:${workerId}`;
			if (needsSecondManager(amount, await givenThisMonth(tx, workerId), money(BigInt(approvalAbove.bonus)))) {
				return { outcome: "waiting", approvalId: await askApproval(tx, { kind: "bonus", subject, amount, reason }) };
			}
			const alone = { grantedBy: actorRef(tx.actor), approvedBy: null, approvalId: null };
			const bonusId = await creditBonus(tx, { workerId, amount, reason, ...alone });
			await audit(tx, { action: "billing.grant-bonus", subject, after: { bonusId, amount }, reason });
			return { outcome: "granted", bonusId };
		}),
	);
}

async function givenThisMonth(tx: TxCtx, workerId: WorkerId): Promise<Money> {
	const { timeZone, monthlyCutoff } = await policyInForce(tx, "money");
	const { from } = monthOf(tx.clock.now(), { timeZone, ...monthlyCutoff });
	const [given] = await tx.db
		.select({ sum: sql<string>`coalesce(sum(${bonuses.amount}), 0)` })
		.from(bonuses)
		.where(
			and(
				eq(bonuses.workerId, workerId),
				gte(bonuses.grantedAt, from),
				isNull(bonuses.approvalId),
				eq(sql`${bonuses.grantedBy} ->> 'id'`, actorRef(tx.actor).id),
			),
		);
	return money(BigInt(given?.sum ?? 0));
}
