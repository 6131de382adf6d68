"use client";

import { useTranslations } from "next-intl";
import { cn } from "../cn";
import { Skeleton } from "../skeleton";
import { Cell } from "../table";
import { type ListColumn, widthOf } from "./columns";

const ROWS = 12;

/** Rows that are coming, in the columns in which they will stand. */
export function ListSkeleton<Row>({ columns, picks }: { columns: readonly ListColumn<Row>[]; picks: boolean }) {
	const t = useTranslations("common.state");
	return (
		<tbody className="divide-y divide-line">
			{Array.from({ length: ROWS }, (_, index) => `place ${index}`).map((place, index) => (
				<tr key={place}>
					{picks && (
						<Cell className="w-10">
							<Skeleton className="size-5" />
						</Cell>
					)}
					{columns.map((column, at) => (
						<Cell key={column.id} className={cn(widthOf(column))}>
							{index === 0 && at === 0 && (
								<span role="status" className="sr-only">
									{t("loading")}
								</span>
							)}
							<Skeleton className={cn("max-w-40", column.numeric && "ml-auto max-w-16")} />
						</Cell>
					))}
				</tr>
			))}
		</tbody>
	);
}
