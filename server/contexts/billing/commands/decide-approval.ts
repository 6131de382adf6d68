import { eq } from "drizzle-orm";
import type { z } from "zod";
import { approvals } from "@/db/schema/billing-approvals";
import { actorRef, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { billingRefusals, type decideApprovalInput } from "../contracts";
import { creditApprovedBonus } from "./credit-bonus";
import { creditApprovedCharge } from "./credit-charge";
import { followRuling } from "./follow-ruling";

type Approval = typeof approvals.$inferSelect;

/** What happens when it is approved, in the same transaction; the actor is whoever approved. */
const effects: { [Kind in Approval["kind"]]: (tx: TxCtx, approval: Approval) => Promise<void> } = {
	bonus: creditApprovedBonus,
	waiver: creditApprovedCharge,
	ruling: followRuling,
};

/** Approves or declines what another manager has asked for. Decided once: a second decision is refused. */
export async function decideApproval(ctx: Ctx, input: z.output<typeof decideApprovalInput>): Promise<void> {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const { approvalId, decision, words } = input;
	await withTransaction(ctx, async (tx) => {
		const [approval] = await tx.db.select().from(approvals).where(eq(approvals.id, approvalId)).for("update");
		if (!approval) throw commonRefusals.because("not_found");
		const decidedBy = actorRef(tx.actor);
		if (decidedBy.id === approval.askedBy.id) throw billingRefusals.because("own_approval");
		if (approval.status !== "waiting") throw billingRefusals.because("already_decided");
		const decided = { status: decision, decidedBy, decidedAt: tx.clock.now(), words };
		await tx.db.update(approvals).set(decided).where(eq(approvals.id, approvalId));
		if (decision === "approved") await effects[approval.kind](tx, approval);
		await audit(tx, {
			action: decision === "approved" ? "billing.approve" : "billing.decline",
			subject: approval.subject,
			after: { ...aboutOf(approval), askedBy: approval.askedBy },
			reason: words,
		});
		await announce(tx, { context: "billing", subject: approvalId, audiences: [] });
	});
}

const aboutOf = ({ id: approvalId, kind, amount, became }: Approval) => ({
	...{ approvalId, kind, amount },
	...(became && { became }),
});
