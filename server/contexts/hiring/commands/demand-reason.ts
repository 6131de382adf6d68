import type { ApplicationId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { applicationRefusals } from "../contracts/applications";
import { goesAgainst } from "../domain/override.policies";
import { getProposal } from "../queries/get-scorecard";

type Decided = { applicationId: ApplicationId; decision: "accept" | "reject"; reason: string };

/** Refuses (`applications.reason_needed`) a decision against what screening proposes that does not say why. */
export async function demandReason(tx: TxCtx, { applicationId, decision, reason }: Decided): Promise<void> {
	if (reason !== "") return;
	const proposed = await getProposal(tx, applicationId);
	if (goesAgainst(proposed?.proposal, decision)) throw applicationRefusals.because("reason_needed");
}
