"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import type { AppRouter } from "@/server/trpc/root";
import { OrderStatePill } from "../../_components/order-state";

export type ListedOrder = inferRouterOutputs<AppRouter>["ordering"]["officeOrders"]["rows"][number];

export function useOrderColumns(): ListColumn<ListedOrder>[] {
	const t = useTranslations("officeLists.orders");
	const locale = useLocale();
	const format = useFormat();
	const when = "figures whitespace-nowrap";
	return [
		{
			id: "number",
			label: t("columns.number"),
			header: true,
			numeric: true,
			sort: "number",
			cell: (order) => <Link href={`/admin/orders/${order.orderId}`}>{order.number}</Link>,
		},
		{ id: "state", label: t("columns.state"), cell: (order) => <State order={order} /> },
		{ id: "service", label: t("columns.service"), from: "tablet", cell: (order) => order.serviceName[locale] },
		{
			id: "client",
			label: t("columns.client"),
			cell: (order) => (
				<>
					<Link look="plain" className="hover:underline" href={`/admin/clients/${order.clientId}`} tabIndex={-1}>
						{order.clientName}
					</Link>
					<span className="figures block truncate text-muted text-xs sm:hidden">{format.dateTime(order.startsAt)}</span>
				</>
			),
		},
		{
			id: "start",
			label: t("columns.start"),
			sort: "start",
			from: "tablet",
			className: when,
			cell: (order) => format.dateTime(order.startsAt),
		},
		{
			id: "worker",
			label: t("columns.worker"),
			from: "desk",
			cell: (order) => order.worker?.name ?? (order.waitingReason ? t("waitingNow") : "–"),
		},
		{
			id: "price",
			label: t("columns.price"),
			numeric: true,
			from: "tablet",
			cell: (order) => (order.price === null ? "–" : format.money(order.price)),
		},
		{ id: "zone", label: t("columns.zone"), extra: true, cell: (order) => order.zoneName },
		{ id: "address", label: t("columns.address"), extra: true, cell: (order) => order.address },
		{
			id: "duration",
			label: t("columns.duration"),
			extra: true,
			numeric: true,
			cell: (order) => format.duration(order.durationMinutes),
		},
		{
			id: "placed",
			label: t("columns.placed"),
			extra: true,
			className: when,
			cell: (order) => format.dateTime(order.placedAt),
		},
	];
}

function State({ order }: { order: ListedOrder }) {
	const t = useTranslations("officeLists.orders");
	return (
		<span className="flex items-center gap-1.5">
			<OrderStatePill state={order.state} />
			{order.cancellationRequestedAt && <Badge tone="warn">{t("cancelAsked")}</Badge>}
		</span>
	);
}
