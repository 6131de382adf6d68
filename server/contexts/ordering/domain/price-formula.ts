import type { Money } from "@/server/kernel/money";

/** What the formula may look at. A new version may ask for more; orders keep what they were priced by. */
type PricedChore = {
	/** The service type's price when the order was placed. */
	basePrice: Money;
};

/** Raise it with every change of the formula: it is stored on each order that the formula has priced. */
export const PRICE_FORMULA_VERSION = 1;

/**
 * The list price of an order, before the client's discount, in hundredths. A trade secret: this is its one place, and
 * only its result leaves the house.
 */
export const listPriceOf = (chore: PricedChore): Money => chore.basePrice;
