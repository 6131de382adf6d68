"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useRouter } from "../../_i18n/navigation";
import { Button } from "../button";
import { Checkbox } from "../checkbox";
import { EmptyState } from "../empty-state";
import { ErrorState } from "../error-state";
import { NapCat } from "../spot/nap-cat";
import { BulkBar } from "./bulk-bar";
import { chosenColumns, type ListColumn } from "./columns";
import { ListHead } from "./list-head";
import { ListPager } from "./list-pager";
import { ListRows } from "./list-rows";
import { ListSkeleton } from "./list-skeleton";
import { ListTools } from "./list-tools";
import { useChangedRows } from "./use-changed-rows";
import type { List } from "./use-list";
import { useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";

type Page<Row> = { rows: Row[]; after: string | null; before: string | null };
type Counted = { count: number; more: boolean };

/** What scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

type ListTableProps<Row> = {
	list: List;
	/** Names the table for those who do not see it. */
	caption: string;
	columns: readonly ListColumn<Row>[];
	/** A page of the list, with `placeholderData: keepPreviousData`, so that the rows stay until the next ones are there. */
	query: UseQueryResult<Page<Row>, unknown>;
	/** How many there are, where it's worth the question. */
	count?: UseQueryResult<Counted, unknown>;
	idOf: (row: Row) => string;
	/** What a row is called, for those who do not see it. */
	nameOf: (row: Row) => string;
	/** The page that a row opens. */
	hrefOf?: (row: Row) => string;
	/** Instead of a page: what a row opens here. */
	onOpen?: (row: Row) => void;
	/** What makes a row glow when it changes by itself. */
	watch: (row: Row) => string;
	/** The filters, above the table. */
	children?: ReactNode;
	/** Deeds with all rows that are picked; with them come the boxes to pick by. */
	bulk?: (picked: Row[], clear: () => void) => ReactNode;
	/** Where the whole filtered list can be fetched as CSV. */
	exportPath?: string;
	/** Views are kept for a person: not where nobody is signed in. */
	keepsViews?: boolean;
	/** What is said when there is nothing at all, and what to do. */
	empty: { title: string; help: ReactNode };
};

/** A list of the office: filters, rows that are moved through by keyboard, pages, columns, saved views, CSV, bulk deeds. */
export function ListTable<Row>({
	list,
	query,
	count,
	columns,
	idOf,
	nameOf,
	hrefOf,
	onOpen,
	watch,
	keepsViews = true,
	...props
}: ListTableProps<Row>) {
	const t = useTranslations("lists");
	const id = useId();
	const router = useRouter();
	const rows = query.data?.rows ?? [];
	const shown = chosenColumns(columns, list.value("columns"));
	const question = JSON.stringify(list.asked);
	const { after: _after, before: _before, ...withoutPlace } = list.asked;
	const selection = useSelection(rows, idOf, JSON.stringify(withoutPlace));
	const glow = useChangedRows(query.isPlaceholderData ? undefined : query.data?.rows, question, idOf, watch);
	const picks = Boolean(props.bulk);
	const at = (index: number) => rows[index];
	const keys = useRowKeys({
		count: rows.length,
		...((hrefOf || onOpen) && {
			open: (index: number) => {
				const row = at(index);
				if (!row) return;
				if (hrefOf) router.push(hrefOf(row));
				else onOpen?.(row);
			},
		}),
		...(picks && {
			toggle: (index: number) => {
				const row = at(index);
				if (row) selection.toggle(row);
			},
			range: (from: number, to: number) =>
				selection.setMany(rows.slice(Math.min(from, to), Math.max(from, to) + 1), true),
			clear: selection.clear,
		}),
	});
	const isEmpty = query.isSuccess && rows.length === 0;
	const all = rows.length > 0 && rows.every(selection.has);
	const filtered = list.filters.length > 0 || list.asked.after !== undefined;

	return (
		<>
			{props.children}
			<ListTools list={list} columns={columns} exportPath={props.exportPath} keepsViews={keepsViews} />
			{query.isError && (
				<ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isFetching} />
			)}
			{isEmpty && (
				<EmptyState
					title={filtered ? t("nothingLikeThat") : props.empty.title}
					picture={<NapCat className="w-40" />}
					action={filtered && <Button onClick={() => list.open("")}>{t("showAll")}</Button>}
				>
					{filtered ? t("nothingLikeThatHelp") : props.empty.help}
				</EmptyState>
			)}
			{(rows.length > 0 || query.isPending) && (
				<section
					aria-labelledby={id}
					{...scrollable}
					className="relative overflow-auto rounded-md sm:max-h-[max(20rem,calc(100dvh-18rem))]"
				>
					<table className="w-full border-collapse text-left text-body">
						<caption id={id} className="sr-only">
							{props.caption}
						</caption>
						<ListHead
							list={list}
							columns={shown}
							{...(picks && {
								pickAll: (
									<Checkbox
										label={<span className="sr-only">{t("pickAll")}</span>}
										className="min-h-7 gap-0 py-0.5"
										checked={all}
										onChange={() => selection.setMany(rows, !all)}
									/>
								),
							})}
						/>
						{query.isPending ? (
							<ListSkeleton columns={shown} picks={picks} />
						) : (
							<ListRows
								rows={rows}
								columns={shown}
								idOf={idOf}
								nameOf={nameOf}
								keys={keys}
								selection={picks ? selection : undefined}
								glow={glow}
								opens={Boolean(hrefOf ?? onOpen)}
							/>
						)}
					</table>
				</section>
			)}
			<ListPager
				list={list}
				page={query.data}
				isEmpty={isEmpty}
				total={count?.data && t(count.data.more ? "moreThan" : "total", { count: count.data.count })}
				pending={query.isFetching}
			/>
			{props.bulk && selection.rows.length > 0 && (
				<BulkBar count={selection.rows.length} clear={selection.clear}>
					{props.bulk(selection.rows, selection.clear)}
				</BulkBar>
			)}
		</>
	);
}
