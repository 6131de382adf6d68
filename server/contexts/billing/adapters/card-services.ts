import type { Money } from "@/server/kernel/money";
import type { CardKind, CardService, Settlement } from "./card-service";
import { sandboxCards, sandboxSettings } from "./sandbox-card";
import { inSettlement, stripeCharges, stripeSettings } from "./stripe";
import { stripeRefunds } from "./stripe-refunds";

/** The card service for a kind of card; null where this installation has none. */
export function cardService(kind: CardKind): CardService | null {
	if (kind === "stripe-card") {
		const settings = stripeSettings();
		return settings && { ...stripeCharges(settings), ...stripeRefunds(settings) };
	}
	const settings = sandboxSettings();
	return settings && sandboxCards(settings);
}

/** What a service will be asked for in its own currency, by the rate of this moment; null where it knows ours. */
export function settlementOf(kind: CardKind, amount: Money): Settlement | null {
	const settings = kind === "stripe-card" ? stripeSettings() : null;
	return settings && { minor: inSettlement(amount, settings), currency: settings.currency };
}

/** The kind of card that clients of this installation can choose; null where they can choose none. */
export function cardKindOffered(): CardKind | null {
	if (stripeSettings()) return "stripe-card";
	return sandboxSettings() ? "sandbox-card" : null;
}
