import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import type { OrderRow } from "./lock-order";

/** Tells the screens of the client and the office that an order changed. */
export const announceOrder = (tx: TxCtx, order: Pick<OrderRow, "id" | "clientId">): Promise<void> =>
	announce(tx, { context: "ordering", subject: order.id, audiences: [`client:${order.clientId}`] });
