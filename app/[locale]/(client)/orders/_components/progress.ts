import type { OrderState } from "@/server/contexts/ordering/contracts";

export const steps = ["looking", "assigned", "supplies", "onTheWay", "underWay", "done"] as const;

/** How far the supplies are, as far as it is known. */
type Kit = "requested" | "ready" | "issued" | undefined;

/** Where on the line an order stands. A worker who has collected the kit is as good as on the way. */
export function stepOf(state: OrderState, kit: Kit): number {
	switch (state) {
		case "placed":
			return 0;
		case "assigned":
			return kit === undefined ? 1 : kit === "issued" ? 3 : 2;
		case "under_way":
			return 4;
		default:
			return steps.length;
	}
}
