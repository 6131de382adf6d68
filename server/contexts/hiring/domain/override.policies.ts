import type { Proposal } from "./proposal.policies";

/** A manager who decides against what screening proposes says why. Where screening wants a person to look, nothing is against it. */
export const goesAgainst = (proposal: Proposal | undefined, decision: "accept" | "reject"): boolean =>
	proposal !== undefined && proposal !== "look" && proposal !== decision;
