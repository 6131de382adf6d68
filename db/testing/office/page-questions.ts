import type { FilledOffice } from "../full-office";
import type { Office, Question } from "./list-questions";

/** What the order page asks before it is shown: the order first, then all contexts at once. */
export const orderPage = (office: Office, { orderId }: FilledOffice): Question => ({
	name: "the order page",
	async ask() {
		const about = { orderId };
		await office.ordering.officeOrder(about);
		await Promise.all([
			office.execution.officeOrder(about),
			office.matching.officeOrder(about),
			office.supplies.officeOrder(about),
			office.billing.officeOrder(about),
			office.timeline.order(about),
			office.notifications.officeOrder(about),
		]);
	},
});

/** What the overview and the rail beside it ask, all at once. */
export const overview = (office: Office): Question => ({
	name: "the overview",
	ask: () =>
		Promise.all([
			office.ordering.today(),
			office.ordering.weeks(),
			office.billing.weeks(),
			office.ordering.attention(),
			office.execution.attention(),
			office.supplies.attention(),
			office.billing.attention(),
			office.notifications.attention(),
			office.engine.health(),
		]),
});

/** The other pages about one, the figures of the system's pages, and what the palette looks for. */
export const otherPages = (
	office: Office,
	{ usual: { clientId, workerId }, number, now }: FilledOffice,
): Question[] => [
	{ name: "a worker's results", ask: () => office.execution.workerResults({ workerId }) },
	{ name: "a worker's week", ask: () => office.execution.workerWeek({ workerId, day: new Date(now) }) },
	{ name: "a worker's ratings", ask: () => office.ordering.workerRatings({ workerId }) },
	{ name: "a worker's money", ask: () => office.billing.officeWorker({ workerId }) },
	{ name: "a client", ask: () => office.identity.client({ clientId }) },
	{ name: "a client's money", ask: () => office.billing.officeClient({ clientId }) },
	{ name: "the figures of deliveries", ask: () => office.notifications.deliveryFigures() },
	{ name: "an order by its number", ask: () => office.ordering.searchOrders({ search: String(number) }) },
	{ name: "an order by words", ask: () => office.ordering.searchOrders({ search: "murka 77" }) },
	{ name: "an order by a frequent word", ask: () => office.ordering.searchOrders({ search: "room" }) },
	{ name: "a person by a part of the name", ask: () => office.identity.searchPeople({ search: "urka wh" }) },
	{ name: "a person by two letters", ask: () => office.identity.searchPeople({ search: "zq" }) },
];
