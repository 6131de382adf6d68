"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import type { List } from "@/app/_ui/table-kit/use-list";
import { orderStates, orderTroubles } from "@/server/contexts/ordering/contracts";

export function OrdersFilters({ list }: { list: List }) {
	const t = useTranslations("officeLists.orders");
	const states = useTranslations("office.states");
	const locale = useLocale();
	const services = useQuery(useTRPC().ordering.listAllServiceTypes.queryOptions());
	return (
		<Filters
			list={list}
			search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
		>
			<ChoiceFilter
				list={list}
				name="state"
				label={t("state")}
				all={t("allStates")}
				choices={orderStates.map((state) => ({ value: state, label: states(state) }))}
			/>
			<ChoiceFilter
				list={list}
				name="trouble"
				label={t("trouble")}
				all={t("noTrouble")}
				choices={orderTroubles.map((trouble) => ({ value: trouble, label: t(`troubles.${trouble}`) }))}
			/>
			<ChoiceFilter
				list={list}
				name="serviceTypeId"
				label={t("service")}
				all={t("allServices")}
				choices={(services.data?.types ?? []).map((type) => ({ value: type.serviceTypeId, label: type.name[locale] }))}
			/>
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}
