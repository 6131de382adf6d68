import type { CardKind, CardService } from "./card-service";
import { sandboxCards, sandboxSettings } from "./sandbox-card";

/** The card service for a kind of card; null where this installation has none. */
export function cardService(kind: CardKind): CardService | null {
	if (kind === "stripe-card") return null;
	const settings = sandboxSettings();
	return settings && sandboxCards(settings);
}

/** The kind of card that clients of this installation can choose; null where they can choose none. */
export const cardKindOffered = (): CardKind | null => (sandboxSettings() ? "sandbox-card" : null);
