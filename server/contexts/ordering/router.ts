import { anyone, clients, managers, router } from "@/server/trpc/procedures";
import { cancelOrders } from "./commands/cancel-orders";
import { defineServiceType } from "./commands/define-service-type";
import { defineZone } from "./commands/define-zone";
import { orderAgain } from "./commands/order-again";
import { placeOrder } from "./commands/place-order";
import { rateOrder } from "./commands/rate-order";
import { cancelForOffice, requestCancellation } from "./commands/request-cancellation";
import {
	cancelForOfficeInput,
	cancelOrdersInput,
	defineServiceTypeInput,
	defineZoneInput,
	estimateInput,
	officeOrdersList,
	orderAgainInput,
	orderInput,
	pastOrdersInput,
	placeOrderInput,
	rateOrderInput,
	requestCancellationInput,
	searchOrdersInput,
	startTimesInput,
	workerInput,
} from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getCancellationQuote } from "./queries/get-cancellation-quote";
import { getDashboard } from "./queries/get-dashboard";
import { getEstimate } from "./queries/get-estimate";
import { getToday, getWeeks } from "./queries/get-figures";
import { getOfficeOrder } from "./queries/get-office-order";
import { getOrder } from "./queries/get-order";
import { getRememberedPlace } from "./queries/get-remembered-place";
import { countOfficeOrders, listOfficeOrders } from "./queries/list-office-orders";
import { listPastOrders } from "./queries/list-past-orders";
import { listAllServiceTypes, listServiceTypes } from "./queries/list-service-types";
import { listStartTimes } from "./queries/list-start-times";
import { listWorkerRatings } from "./queries/list-worker-ratings";
import { listAllZones, listZones } from "./queries/list-zones";
import { searchOrders } from "./queries/search-orders";

export const orderingRouter = router({
	/** For everybody: what can be ordered and for how much is on the public site. */
	listServiceTypes: anyone.query(({ ctx }) => listServiceTypes(ctx)),

	listZones: clients.query(({ ctx }) => listZones(ctx)),
	listStartTimes: clients.input(startTimesInput).query(({ ctx, input }) => listStartTimes(ctx, input)),
	getEstimate: clients.input(estimateInput).query(({ ctx, input }) => getEstimate(ctx, input)),
	getRememberedPlace: clients.query(({ ctx }) => getRememberedPlace(ctx)),
	getDashboard: clients.query(({ ctx }) => getDashboard(ctx)),
	listPastOrders: clients.input(pastOrdersInput).query(({ ctx, input }) => listPastOrders(ctx, input)),
	getOrder: clients.input(orderInput).query(({ ctx, input }) => getOrder(ctx, input)),
	getCancellationQuote: clients.input(orderInput).query(({ ctx, input }) => getCancellationQuote(ctx, input)),
	placeOrder: clients.input(placeOrderInput).mutation(({ ctx, input }) => placeOrder(ctx, input)),
	orderAgain: clients.input(orderAgainInput).mutation(({ ctx, input }) => orderAgain(ctx, input)),
	requestCancellation: clients
		.input(requestCancellationInput)
		.mutation(({ ctx, input }) => requestCancellation(ctx, input)),
	rateOrder: clients.input(rateOrderInput).mutation(({ ctx, input }) => rateOrder(ctx, input)),

	attention: managers.query(({ ctx }) => getAttention(ctx)),
	today: managers.query(({ ctx }) => getToday(ctx)),
	weeks: managers.query(({ ctx }) => getWeeks(ctx)),
	searchOrders: managers.input(searchOrdersInput).query(({ ctx, input }) => searchOrders(ctx, input)),
	workerRatings: managers.input(workerInput).query(({ ctx, input }) => listWorkerRatings(ctx, input)),
	officeOrders: managers.input(officeOrdersList.input).query(({ ctx, input }) => listOfficeOrders(ctx, input)),
	officeOrdersCount: managers
		.input(officeOrdersList.filtersOnly)
		.query(({ ctx, input }) => countOfficeOrders(ctx, input)),
	officeOrder: managers.input(orderInput).query(({ ctx, input }) => getOfficeOrder(ctx, input)),
	cancelOrders: managers.input(cancelOrdersInput).mutation(({ ctx, input }) => cancelOrders(ctx, input)),
	cancelForOffice: managers.input(cancelForOfficeInput).mutation(({ ctx, input }) => cancelForOffice(ctx, input)),
	listAllServiceTypes: managers.query(({ ctx }) => listAllServiceTypes(ctx)),
	defineServiceType: managers.input(defineServiceTypeInput).mutation(({ ctx, input }) => defineServiceType(ctx, input)),
	listAllZones: managers.query(({ ctx }) => listAllZones(ctx)),
	defineZone: managers.input(defineZoneInput).mutation(({ ctx, input }) => defineZone(ctx, input)),
});
