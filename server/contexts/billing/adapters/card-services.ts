import type { CardKind, CardService } from "./card-service";
import { sandboxCards, sandboxSettings } from "./sandbox-card";
import { stripeCards, stripeSettings } from "./stripe";

/** The card service for a kind of card; null where this installation has none. */
export function cardService(kind: CardKind): CardService | null {
	if (kind === "stripe-card") {
		const settings = stripeSettings();
		return settings && stripeCards(settings);
	}
	const settings = sandboxSettings();
	return settings && sandboxCards(settings);
}

/** The kind of card that clients of this installation can choose; null where they can choose none. */
export function cardKindOffered(): CardKind | null {
	if (stripeSettings()) return "stripe-card";
	return sandboxSettings() ? "sandbox-card" : null;
}
