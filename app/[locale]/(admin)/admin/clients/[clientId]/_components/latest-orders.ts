import { officeOrdersList } from "@/server/contexts/ordering/contracts";
import type { ClientId } from "@/server/kernel/ids";

const SHOWN = 10;

/** A client's latest orders, asked for the same way on the server and in the browser. */
export const latestOrders = (clientId: ClientId) => officeOrdersList.input.parse({ clientId, limit: SHOWN });
