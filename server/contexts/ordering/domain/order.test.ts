import { describe, expect, it } from "vitest";
import { hasEnded, type OrderFact, type OrderState, orderStates, stateAfter } from "./order";

/** The picture of spec/2-contexts as a table; `-` changes nothing. */
const table: Record<OrderState, Record<OrderFact, OrderState | "-">> = {
	placed: {
		assigned: "assigned",
		released: "-",
		started: "-",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	assigned: {
		assigned: "-",
		released: "placed",
		started: "under_way",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	under_way: {
		assigned: "-",
		released: "-",
		started: "-",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	completed: {
		assigned: "-",
		released: "-",
		started: "-",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	failed: {
		assigned: "-",
		released: "-",
		started: "-",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
	cancelled: {
		assigned: "-",
		released: "-",
		started: "-",
		completed: "completed",
		failed: "failed",
		cancelled: "cancelled",
	},
};

describe("an order's state", () => {
	const cases = orderStates.flatMap((state) =>
		Object.entries(table[state]).map(([fact, next]) => ({ state, fact: fact as OrderFact, next })),
	);

	it.each(cases)("$state, then $fact: $next", ({ state, fact, next }) => {
		expect(stateAfter(state, fact) ?? "-").toBe(next);
	});

	it("has ended when it is completed, failed or cancelled", () => {
		expect(orderStates.filter(hasEnded)).toEqual(["completed", "failed", "cancelled"]);
	});
});
