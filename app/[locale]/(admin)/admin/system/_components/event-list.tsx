"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import type { List } from "@/app/_ui/table-kit/use-list";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { eventsList } from "@/server/events/contracts";
import { useEventColumns } from "./use-event-columns";
import { ASK_AGAIN_MS } from "./use-installation";

/** Every fact that contexts told each other, as the address asks for them. */
export function EventList() {
	const t = useTranslations("system.events");
	const trpc = useTRPC();
	const { list, query, count } = useListed(eventsList, {
		rows: (asked) => trpc.events.list.queryOptions(asked),
		count: (filters) => trpc.events.count.queryOptions(filters),
		everyMs: ASK_AGAIN_MS,
	});
	return (
		<ListTable
			list={list}
			caption={t("title")}
			columns={useEventColumns()}
			query={query}
			count={count}
			idOf={(event) => event.id}
			nameOf={(event) => event.name}
			hrefOf={(event) => `/admin/system/events/${event.id}`}
			watch={(event) => String(event.dispatchedAt)}
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<EventFilters list={list} />
		</ListTable>
	);
}

function EventFilters({ list }: { list: List }) {
	const t = useTranslations("system.events");
	const contexts = useTranslations("system.contexts");
	const trpc = useTRPC();
	const { data: map } = useQuery(trpc.engine.map.queryOptions());
	const named = (map?.events ?? []).map(({ name }) => ({ value: name, label: name }));
	return (
		<Filters
			list={list}
			search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
		>
			<ChoiceFilter
				list={list}
				name="owner"
				label={t("owner")}
				all={t("allOwners")}
				choices={(map?.contexts ?? []).map((value) => ({ value, label: contexts(value as "identity") }))}
			/>
			<ChoiceFilter list={list} name="type" label={t("type")} all={t("allTypes")} choices={named} />
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}
