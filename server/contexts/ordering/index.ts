/** The public face of ordering. */
export { getOrderCounts } from "./queries/get-order-counts";
