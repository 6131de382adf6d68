"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { PersonFilter } from "@/app/_ui/table-kit/person-filter";
import type { List } from "@/app/_ui/table-kit/use-list";
import { useLedgerWords } from "./use-ledger-words";

type Props = {
	list: List;
	/** What the chosen people are called, as far as rows tell. */
	chosen: { client: string | undefined; worker: string | undefined };
};

export function LedgerFilters({ list, chosen }: Props) {
	const t = useTranslations("ledger.ledger");
	const words = useLedgerWords();
	const known = useQuery(useTRPC().billing.ledgerWords.queryOptions());
	const order = list.value("orderId");
	return (
		<Filters
			list={list}
			search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
		>
			<ChoiceFilter
				list={list}
				name="kind"
				label={t("kind")}
				all={t("allKinds")}
				choices={(known.data?.kinds ?? []).map((kind) => ({ value: kind, label: words.kindAlone(kind) }))}
			/>
			<ChoiceFilter
				list={list}
				name="account"
				label={t("account")}
				all={t("allAccounts")}
				choices={(known.data?.accounts ?? []).map((kind) => ({ value: kind, label: words.accountKind(kind) }))}
			/>
			<PersonFilter
				list={list}
				name="clientId"
				by="clientId"
				label={t("client")}
				all={t("anybody")}
				chosenName={chosen.client}
			/>
			<PersonFilter
				list={list}
				name="workerId"
				by="workerId"
				label={t("worker")}
				all={t("anybody")}
				chosenName={chosen.worker}
			/>
			{order && (
				<ChoiceFilter
					list={list}
					name="orderId"
					label={t("order")}
					all={t("anyOrder")}
					choices={[{ value: order, label: t("thisOrder") }]}
				/>
			)}
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}
