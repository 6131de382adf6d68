"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { officeOrdersList } from "@/server/contexts/ordering/contracts";
import { CancelOrdersDialog } from "./cancel-orders-dialog";
import { OrdersFilters } from "./orders-filters";
import { type ListedOrder, useOrderColumns } from "./use-order-columns";

/** Every order, as the address asks for them. */
export function OrdersTable() {
	const t = useTranslations("officeLists.orders");
	const trpc = useTRPC();
	const {
		list,
		query: orders,
		count,
	} = useListed(officeOrdersList, {
		rows: (asked) => trpc.ordering.officeOrders.queryOptions(asked),
		count: (filters) => trpc.ordering.officeOrdersCount.queryOptions(filters),
	});
	const columns = useOrderColumns();
	const [cancelling, setCancelling] = useState<{ orders: ListedOrder[]; clear: () => void } | null>(null);
	const one = orders.data?.rows[0];
	const chosen = { client: one?.clientName, worker: one?.worker?.name };
	return (
		<>
			<ListTable
				list={list}
				caption={t("caption")}
				columns={columns}
				query={orders}
				count={count}
				idOf={(order) => order.orderId}
				nameOf={(order) => t("name", { number: order.number })}
				hrefOf={(order) => `/admin/orders/${order.orderId}`}
				watch={(order) => [order.state, order.worker?.workerId, order.price, order.cancellationRequestedAt].join()}
				exportPath="/api/exports/orders"
				bulk={(picked, clear) => (
					<Button size="small" onClick={() => setCancelling({ orders: picked, clear })}>
						<Ban aria-hidden />
						{t("bulk.cancel")}
					</Button>
				)}
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<OrdersFilters list={list} chosen={chosen} />
			</ListTable>
			{cancelling && (
				<CancelOrdersDialog
					orders={cancelling.orders}
					onClose={() => setCancelling(null)}
					onDone={() => {
						cancelling.clear();
						setCancelling(null);
					}}
				/>
			)}
		</>
	);
}
