import { approvals } from "@/db/schema/billing-approvals";
import { actorRef } from "@/server/kernel/actor";
import { type ApprovalId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";

type Asked = Pick<typeof approvals.$inferSelect, "kind" | "subject" | "amount" | "reason">;

/** Puts what the actor may not decide alone before the others. What approving it does is said in `decideApproval`. */
export async function askApproval(tx: TxCtx, asked: Asked): Promise<ApprovalId> {
	const id = newId<ApprovalId>();
	await tx.db.insert(approvals).values({
		...{ id, ...asked, askedBy: actorRef(tx.actor), askedAt: tx.clock.now() },
		status: "waiting",
	});
	const { kind, subject, amount, reason } = asked;
	await audit(tx, { action: "billing.ask-approval", subject, after: { approvalId: id, kind, amount }, reason });
	await announce(tx, { context: "billing", subject: id, audiences: [] });
	return id;
}
