"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { PersonName } from "@/app/_ui/avatar";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { toast } from "@/app/_ui/toasts";
import { defineList } from "@/server/kernel/list";
import { prose } from "@/server/kernel/text";
import { exampleDay } from "./example";
import { exampleOrders } from "./example-orders";

const definition = defineList({
	name: "gallery",
	filters: { state: z.enum(exampleOrders.map(({ state }) => state)), search: prose(100) },
	sorts: { number: ["count"], start: ["instant"] },
	sort: "number",
	order: "desc",
});

type Given = ReturnType<typeof definition.fromAddress>;

const found = ({ state, search = "" }: Pick<Given, "state" | "search">) =>
	exampleOrders.filter(
		(row) => (!state || row.state === state) && row.worker.toLowerCase().includes(search.toLowerCase()),
	);

function pageOf({ sort, order, ...filters }: Given) {
	const key = sort === "start" ? "time" : "number";
	const rows = found(filters).sort((a, b) => a[key].localeCompare(b[key]));
	return { rows: order === "asc" ? rows : rows.reverse(), after: null, before: null };
}

/** The table kit of the office on the orders of this page, which it asks nobody for. */
export function List() {
	const t = useTranslations("gallery.table");
	const states = useTranslations("gallery.states");
	const format = useFormat();
	const { list, query, count } = useListed(definition, {
		rows: (asked) => ({ queryKey: ["gallery", asked], queryFn: async () => pageOf(asked) }),
		count: (filters) => ({
			queryKey: ["gallery-count", filters],
			queryFn: async () => ({ count: found(filters).length, more: false }),
		}),
	});
	return (
		<ListTable
			list={list}
			caption={t("list")}
			columns={[
				{
					id: "number",
					label: t("order"),
					header: true,
					sort: "number",
					className: "figures",
					cell: (row) => row.number,
				},
				{
					id: "worker",
					label: t("worker"),
					className: "max-w-64",
					cell: ({ worker, coat }) => <PersonName name={worker} cat={{ seed: worker, coat }} />,
				},
				{
					id: "state",
					label: t("state"),
					cell: ({ tone, state }) => <StatusPill tone={tone}>{states(state)}</StatusPill>,
				},
				{
					id: "start",
					label: t("start"),
					from: "tablet",
					sort: "start",
					className: "figures whitespace-nowrap",
					cell: ({ time }) => format.dateTime(exampleDay(time)),
				},
				{ id: "price", label: t("price"), numeric: true, extra: true, cell: ({ price }) => format.money(price) },
			]}
			query={query}
			count={count}
			idOf={({ number }) => number}
			nameOf={({ number }) => number}
			onOpen={({ number }) => toast.done(number)}
			watch={({ state }) => state}
			bulk={(picked, clear) => (
				<Button size="small" onClick={clear}>
					{t("issue", { count: picked.length })}
				</Button>
			)}
			keepsViews={false}
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
					all={t("anyState")}
					choices={exampleOrders.map(({ state }) => ({ value: state, label: states(state) }))}
				/>
			</Filters>
		</ListTable>
	);
}
