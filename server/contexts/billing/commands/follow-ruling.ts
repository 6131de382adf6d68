import type { approvals } from "@/db/schema/billing-approvals";
import { paymentId, refundId, transferId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { rulePayment } from "./rule-payment";
import { ruleRefund } from "./rule-refund";
import { ruleTransfer } from "./rule-transfer";

/** What approving a ruling does: the books are put right by what becomes of money otherwise, too. */
export async function followRuling(tx: TxCtx, approval: typeof approvals.$inferSelect): Promise<void> {
	const { subject, became, lastWord, reason } = approval;
	if (!became || lastWord === null) throw new Error(`approval ${approval.id} rules on nothing`);
	const ruling = { became, lastWord, reason };
	const [what, id] = subject.split(":");
	if (what === "payment") await rulePayment(tx, paymentId.parse(id), ruling);
	else if (what === "refund") await ruleRefund(tx, refundId.parse(id), ruling);
	else await ruleTransfer(tx, transferId.parse(id), ruling);
}
