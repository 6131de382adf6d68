import { billingRefusals } from "./refusals";

type State = "intent" | "unknown" | "pending" | "succeeded" | "refused" | "returned";
type Word = { state: "pending" | "succeeded" | "refused"; asAsked: boolean };

/**
 * Whether a service's word goes against what is held to have become of a payment or a refund, so that people have to find out. A
 * refund that went back may come back: that is the next thing that happened, and no contradiction.
 */
export function contradicts(what: "payment" | "refund", state: State, word: Word): boolean {
	if (word.state === "succeeded") return !word.asAsked || state === "refused" || state === "returned";
	return what === "payment" && state === "succeeded" && word.state === "refused";
}

export type Ruling = { became: "succeeded" | "refused"; lastWord: bigint; reason: string };

/** A ruling covers what was said when it was asked for. `lastWord`: what is said now; null where nothing is contradicted. */
export function demandCurrent(lastWord: bigint | null, ruling: Ruling): void {
	if (lastWord === null) throw billingRefusals.because("nothing_contradicted");
	if (lastWord !== ruling.lastWord) throw billingRefusals.because("ruling_stale");
}
