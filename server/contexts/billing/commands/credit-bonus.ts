import type { approvals } from "@/db/schema/billing-approvals";
import { bonuses } from "@/db/schema/billing-bonuses";
import { bonusGranted } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { type BonusId, newId, workerId as workerIdSchema } from "@/server/kernel/ids";
import { negate, toWire } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";
import { isOneself } from "../domain/bonus.policies";
import { post } from "../ledger/post";
import { awaitSettlement } from "./await-settlement";

type Bonus = Omit<typeof bonuses.$inferSelect, "id" | "transactionId" | "grantedAt">;

/** Puts a bonus into the books and on record for ever, and tells of it. Whoever calls has seen to who may. */
export async function creditBonus(tx: TxCtx, bonus: Bonus): Promise<BonusId> {
	const { workerId, amount, reason } = bonus;
	const id = newId<BonusId>();
	const transactionId = await post(tx, {
		...{ key: `bonus:${id}`, kind: "bonus", reason },
		postings: [
			{ account: { kind: "worker", ownerId: workerId }, amount },
			{ account: { kind: "worker-cost" }, amount: negate(amount) },
		],
	});
	await tx.db.insert(bonuses).values({ ...bonus, id, transactionId, grantedAt: tx.clock.now() });
	await awaitSettlement(tx, { transactionId, workerId, kind: "bonus", amount });
	await publish(tx, bonusGranted, { bonusId: id, workerId, amount: toWire(amount), reason });
	await announce(tx, { context: "billing", subject: id, audiences: [`worker:${workerId}`] });
	return id;
}

/** What approving a bonus does. Nobody approves one for oneself. */
export async function creditApprovedBonus(tx: TxCtx, approval: typeof approvals.$inferSelect): Promise<void> {
	const { id: approvalId, subject, amount, reason, askedBy } = approval;
	const workerId = workerIdSchema.parse(subject.slice("worker:".length));
	if (isOneself(tx.actor, workerId)) throw billingRefusals.because("own_bonus");
	const people = { grantedBy: askedBy, approvedBy: actorRef(tx.actor), approvalId };
	await creditBonus(tx, { workerId, amount, reason, ...people });
}
