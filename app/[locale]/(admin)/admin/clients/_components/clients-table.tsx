"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { clientsList } from "@/server/contexts/identity/contracts";
import { ClientState } from "./client-state";

/** All clients, as the address asks for them. */
export function ClientsTable() {
	const t = useTranslations("officeLists.clients");
	const format = useFormat();
	const trpc = useTRPC();
	const { list, query, count } = useListed(clientsList, {
		rows: (asked) => trpc.identity.clients.queryOptions(asked),
		count: (filters) => trpc.identity.clientsCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={[
				{
					id: "name",
					label: t("columns.name"),
					header: true,
					sort: "name",
					cell: ({ clientId, name }) => <Link href={`/admin/clients/${clientId}`}>{name}</Link>,
				},
				{ id: "state", label: t("columns.state"), cell: ({ active }) => <ClientState active={active} /> },
				{ id: "email", label: t("columns.email"), from: "tablet", cell: ({ email }) => email },
				{
					id: "phone",
					label: t("columns.phone"),
					from: "tablet",
					className: "figures",
					cell: ({ phone }) => phone || "–",
				},
				{
					id: "since",
					label: t("columns.since"),
					from: "desk",
					sort: "since",
					className: "figures",
					cell: ({ since }) => format.date(since),
				},
				{ id: "language", label: t("columns.language"), extra: true, cell: ({ locale }) => locale.toUpperCase() },
			]}
			query={query}
			count={count}
			idOf={({ clientId }) => clientId}
			nameOf={({ name }) => name}
			hrefOf={({ clientId }) => `/admin/clients/${clientId}`}
			watch={({ name, active, phone }) => [name, active, phone].join()}
			exportPath="/api/exports/clients"
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			>
				<ChoiceFilter
					list={list}
					name="active"
					label={t("state")}
					all={t("anyState")}
					choices={[
						{ value: "yes", label: t("active") },
						{ value: "no", label: t("inactive") },
					]}
				/>
			</Filters>
		</ListTable>
	);
}
