import type { Filled } from "./many-orders";

/** Every filter alone, and together with others as managers do; words that are everywhere, rare, nowhere, and never together. */
const filtersOf = ({
	clientId,
	workerId,
	serviceTypeId,
	retiredTypeId,
}: Filled): Record<string, Record<string, string>> => ({
	none: {},
	"state placed": { state: "placed" },
	"state assigned": { state: "assigned" },
	"state under way": { state: "under_way" },
	"state completed": { state: "completed" },
	"state failed": { state: "failed" },
	"state cancelled": { state: "cancelled" },
	unstaffed: { trouble: "unstaffed" },
	late: { trouble: "late" },
	"common service": { serviceTypeId },
	"retired service": { serviceTypeId: retiredTypeId },
	client: { clientId },
	worker: { workerId },
	"one day": { from: "2025-11-23", to: "2025-11-23" },
	"one year": { from: "2024-01-01", to: "2024-12-31" },
	"long ago": { to: "2024-06-01" },
	"a name": { search: "murka" },
	"a word of half the orders": { search: "armrest" },
	"a word of all orders": { search: "room" },
	"a rare word": { search: "whisker 777" },
	"a word of nobody": { search: "hippopotamus" },
	"words that never meet": { search: "riverside harbour" },
	"a retired service by name": { search: "counting fish" },
	"a worker by name": { search: "barsik the 7" },
	"a word only begun": { search: "sof" },
	"a number": { search: "#1500" },
	"failed of a common service": { state: "failed", serviceTypeId },
	"failed of a retired service": { state: "failed", serviceTypeId: retiredTypeId },
	"alive of a retired service": { state: "assigned", serviceTypeId: retiredTypeId },
	"failed of a worker": { state: "failed", workerId },
	"a retired service of a worker": { serviceTypeId: retiredTypeId, workerId },
	"a client with a worker": { clientId, workerId },
	"a word among the failed": { state: "failed", search: "armrest" },
	"a rare word among the failed": { state: "failed", search: "whisker 777" },
	"a word of a client": { clientId, search: "vase" },
	"a word in a month": { search: "armrest", from: "2025-03-01", to: "2025-03-31" },
	"a retired service in its last year": { serviceTypeId: retiredTypeId, from: "2025-11-01" },
	"a common word of a retired service": { search: "armrest", serviceTypeId: retiredTypeId },
});

export type OrderQuestion = { name: string; asked: Record<string, string> };

/** Every filter × sort × direction of the office's orders. With days only the usual sort goes. */
export const orderQuestions = (filled: Filled): OrderQuestion[] =>
	Object.entries(filtersOf(filled)).flatMap(([filter, filters]) =>
		("from" in filters || "to" in filters ? ["start"] : ["start", "number"]).flatMap((sort) =>
			["desc", "asc"].map((order) => ({ name: `${filter}, by ${sort} ${order}`, asked: { ...filters, sort, order } })),
		),
	);
