"use client";

import { useTranslations } from "next-intl";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { PersonFilter } from "@/app/_ui/table-kit/person-filter";
import type { List } from "@/app/_ui/table-kit/use-list";
import { invoiceStatuses, invoiceTroubles } from "@/server/contexts/billing/contracts";

/** `client` is what the chosen client is called, as far as the rows tell. */
export function InvoicesFilters({ list, client }: { list: List; client: string | undefined }) {
	const t = useTranslations("officeInvoices");
	const words = useTranslations("billing.invoice.status");
	return (
		<Filters
			list={list}
			search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
		>
			<ChoiceFilter
				list={list}
				name="trouble"
				label={t("trouble")}
				all={t("anyTrouble")}
				choices={invoiceTroubles.map((trouble) => ({ value: trouble, label: t(`troubles.${trouble}`) }))}
			/>
			<ChoiceFilter
				list={list}
				name="status"
				label={t("columns.status")}
				all={t("anyStatus")}
				choices={invoiceStatuses.map((status) => ({ value: status, label: words(status) }))}
			/>
			<PersonFilter
				list={list}
				name="clientId"
				by="clientId"
				label={t("columns.client")}
				all={t("anybody")}
				chosenName={client}
			/>
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}
