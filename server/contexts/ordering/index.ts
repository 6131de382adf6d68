/** The public face of ordering. */
export { getOrderCounts } from "./queries/get-order-counts";
/** What copies of clients' ratings are held against. */
export { listRatingsOnRecord } from "./queries/list-ratings-on-record";
