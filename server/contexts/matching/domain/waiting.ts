import type { Link } from "./chain";
import { type Input, runChain } from "./run-chain";
import type { WaitingReason } from "./step";

/**
 * What an order for which nobody is left waits for, truly, whatever the order of the filters: somebody who suits has no time
 * (`everybody-booked`), else somebody is there but suits not (`nobody-suits`), else there is nobody.
 */
export function reasonForNobody(links: readonly Link[], input: Input): WaitingReason {
	const isAnybodyLeft = (...ignored: WaitingReason[]): boolean =>
		runChain(linksWithout(links, ...ignored), input).ranked.length > 0;
	if (isAnybodyLeft("everybody-booked")) return "everybody-booked";
	if (isAnybodyLeft("everybody-booked", "nobody-suits")) return "nobody-suits";
	return "nobody-in-pool";
}

/** The chain without the filters that stand for these reasons. */
export const linksWithout = (links: readonly Link[], ...ignored: WaitingReason[]): Link[] =>
	links.filter(({ step }) => step.kind !== "filter" || !ignored.includes(step.waitingReason));
