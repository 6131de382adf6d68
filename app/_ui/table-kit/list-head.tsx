"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../cn";
import { Column } from "../table";
import { type ListColumn, widthOf } from "./columns";
import type { List } from "./use-list";

type HeadProps<Row> = { list: List; columns: readonly ListColumn<Row>[]; pickAll?: ReactNode };

/** The heads of the columns stay in sight while the rows scroll; those that can be sorted by are buttons. */
export function ListHead<Row>({ list, columns, pickAll }: HeadProps<Row>) {
	const t = useTranslations("lists");
	const { sort, order } = list.asked;
	return (
		<thead className="sticky top-0 z-10 bg-canvas after:absolute after:inset-x-0 after:bottom-0 after:h-px after:bg-line">
			<tr>
				{pickAll && <th className="w-10 px-3 text-left">{pickAll}</th>}
				{columns.map((column) => (
					<Column
						key={column.id}
						numeric={column.numeric}
						className={cn(widthOf(column))}
						sorted={column.sort === sort ? (order === "asc" ? "ascending" : "descending") : null}
						{...(column.sort &&
							list.canSortBy(column.sort) && {
								sort: (content: ReactNode) => (
									<button
										type="button"
										title={t("sortBy", { column: column.label })}
										className="-mx-2 h-8 rounded-md px-2 hover:bg-hover hover:text-ink"
										onClick={() => list.sortBy(column.sort ?? "")}
									>
										{content}
									</button>
								),
							})}
					>
						{column.label}
					</Column>
				))}
			</tr>
		</thead>
	);
}
