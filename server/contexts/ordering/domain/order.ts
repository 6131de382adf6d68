export const outcomes = ["completed", "failed", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

export const orderStates = ["placed", "assigned", "under_way", ...outcomes] as const;
export type OrderState = (typeof orderStates)[number];

/** What can happen to an order that has not ended. Endings come from execution and are numbered. */
export type OrderFact = "assigned" | "released" | "started" | Outcome;

/** spec/2-contexts, "Where an order ends". A fact that a state does not name changes nothing: it is late, or came twice. */
const transitions: Record<OrderState, Partial<Record<OrderFact, OrderState>>> = {
	placed: { assigned: "assigned", completed: "completed", failed: "failed", cancelled: "cancelled" },
	assigned: {
		released: "placed",
		started: "under_way",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	under_way: { completed: "completed", failed: "failed", cancelled: "cancelled" },
	// A correction is the next ending and replaces the earlier one, whichever it was.
	completed: { completed: "completed", failed: "failed", cancelled: "cancelled" },
	failed: { completed: "completed", failed: "failed", cancelled: "cancelled" },
	cancelled: { completed: "completed", failed: "failed", cancelled: "cancelled" },
};

/** The state after a fact, or null when the fact changes nothing. */
export const stateAfter = (state: OrderState, fact: OrderFact): OrderState | null => transitions[state][fact] ?? null;

export const hasEnded = (state: OrderState): state is Outcome => outcomes.some((outcome) => outcome === state);
