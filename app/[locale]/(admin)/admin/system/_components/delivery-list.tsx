"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { deliveriesList, messageStates } from "@/server/contexts/notifications/contracts";
import type { AppRouter } from "@/server/trpc/root";
import { DeliveryStatePill } from "./delivery-state";

type ListedDelivery = inferRouterOutputs<AppRouter>["notifications"]["listDeliveries"]["rows"][number];

/** Every message to everybody, as the address asks for them. */
export function DeliveryList() {
	const t = useTranslations("system.deliveries");
	const trpc = useTRPC();
	const { list, query, count } = useListed(deliveriesList, {
		rows: (asked) => trpc.notifications.listDeliveries.queryOptions(asked),
		count: (filters) => trpc.notifications.countDeliveries.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("title")}
			columns={useDeliveryColumns()}
			query={query}
			count={count}
			idOf={(message) => message.id}
			nameOf={(message) => message.subject}
			hrefOf={(message) => `/admin/system/deliveries/${message.id}`}
			watch={(message) => message.status}
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			>
				<ChoiceFilter
					list={list}
					name="state"
					label={t("state")}
					all={t("allStates")}
					choices={messageStates.map((value) => ({ value, label: t(`states.${value}`) }))}
				/>
				<DayFilter list={list} name="from" label={t("from")} />
				<DayFilter list={list} name="to" label={t("to")} />
			</Filters>
		</ListTable>
	);
}

function useDeliveryColumns(): ListColumn<ListedDelivery>[] {
	const t = useTranslations("system.deliveries");
	const format = useFormat();
	return [
		{
			id: "subject",
			label: t("subject"),
			header: true,
			className: "max-sm:max-w-48 max-sm:whitespace-normal",
			cell: (message) => (
				<span className="inline-flex flex-wrap items-center gap-1.5">
					<Link href={`/admin/system/deliveries/${message.id}`}>{message.subject}</Link>
					{message.copyOf && <Badge tone="info">{t("again")}</Badge>}
				</span>
			),
		},
		{ id: "state", label: t("state"), cell: (message) => <DeliveryStatePill state={message.status} /> },
		{ id: "to", label: t("to_"), from: "tablet", cell: (message) => message.recipientName },
		{
			id: "email",
			label: t("email"),
			from: "desk",
			className: "wrap-anywhere text-muted",
			cell: (message) => message.email,
		},
		{
			id: "at",
			label: t("at"),
			sort: "at",
			from: "tablet",
			className: "figures whitespace-nowrap",
			cell: (message) => format.dateTime(message.createdAt),
		},
	];
}
