"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { PersonFilter } from "@/app/_ui/table-kit/person-filter";
import type { List } from "@/app/_ui/table-kit/use-list";
import { orderStates, orderTroubles } from "@/server/contexts/ordering/contracts";

type Props = {
	list: List /** What the chosen people are called, as far as rows tell. */;
	chosen: { client?: string; worker?: string };
};

export function OrdersFilters({ list, chosen }: Props) {
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
			<PersonFilter
				list={list}
				name="clientId"
				by="clientId"
				label={t("client")}
				all={t("anyClient")}
				chosenName={chosen.client}
			/>
			<PersonFilter
				list={list}
				name="workerId"
				by="workerId"
				label={t("worker")}
				all={t("anyWorker")}
				chosenName={chosen.worker}
			/>
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}
