import { approvals } from "@/db/schema/billing-approvals";
import { actorRef } from "@/server/kernel/actor";
import { type ApprovalId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";

type Approval = typeof approvals.$inferSelect;
type Asked = Pick<Approval, "kind" | "subject" | "amount" | "reason"> & Partial<Pick<Approval, "became" | "lastWord">>;

/** Puts what the actor may not decide alone before the others. What approving it does is said in `decideApproval`. */
export async function askApproval(tx: TxCtx, asked: Asked): Promise<ApprovalId> {
	const id = newId<ApprovalId>();
	await tx.db.insert(approvals).values({
		...{ id, ...asked, askedBy: actorRef(tx.actor), askedAt: tx.clock.now() },
		status: "waiting",
	});
	const { kind, subject, amount, reason, became } = asked;
	const after = { approvalId: id, kind, amount, ...(became && { became }) };
	await audit(tx, { action: "billing.ask-approval", subject, after, reason });
	await announce(tx, { context: "billing", subject: id, audiences: [] });
	return id;
}
