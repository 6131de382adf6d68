"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "../checkbox";
import { cn } from "../cn";
import { Cell, Row as TableRow } from "../table";
import { type ListColumn, widthOf } from "./columns";
import type { useRowKeys } from "./use-row-keys";
import type { Selection } from "./use-selection";

type RowsProps<Row> = {
	rows: readonly Row[];
	columns: readonly ListColumn<Row>[];
	idOf: (row: Row) => string;
	nameOf: (row: Row) => string;
	keys: ReturnType<typeof useRowKeys>;
	selection?: Selection<Row>;
	glow: { glows: (row: Row) => boolean; ended: () => void };
	opens: boolean;
};

export function ListRows<Row>({ rows, columns, idOf, nameOf, keys, selection, glow, opens }: RowsProps<Row>) {
	const t = useTranslations("lists");
	return (
		<tbody {...keys.body} onAnimationEnd={glow.ended} className="divide-y divide-line">
			{rows.map((row, index) => (
				<TableRow
					key={idOf(row)}
					{...keys.row(index)}
					className={cn(
						"-outline-offset-2",
						opens && "cursor-pointer",
						selection?.has(row) && "bg-sunken",
						glow.glows(row) && "animate-glow",
					)}
				>
					{selection && (
						<Cell className="w-10">
							<Checkbox
								label={<span className="sr-only">{t("pick", { name: nameOf(row) })}</span>}
								className="min-h-7 gap-0 py-0.5"
								tabIndex={-1}
								checked={selection.has(row)}
								onChange={() => selection.toggle(row)}
							/>
						</Cell>
					)}
					{columns.map((column) => (
						<Cell
							key={column.id}
							header={column.header}
							numeric={column.numeric}
							className={cn("max-w-80 truncate", widthOf(column), column.className)}
						>
							{column.cell(row)}
						</Cell>
					))}
				</TableRow>
			))}
		</tbody>
	);
}
