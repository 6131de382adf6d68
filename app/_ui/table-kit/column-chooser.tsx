"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../button";
import { Checkbox } from "../checkbox";
import { Popover } from "../popover";
import { chosenColumns, type ListColumn } from "./columns";
import type { List } from "./use-list";

/** Which columns are shown. The choice stands in the address, and so in what is sent to somebody and in saved views. */
export function ColumnChooser<Row>({ list, columns }: { list: List; columns: readonly ListColumn<Row>[] }) {
	const t = useTranslations("lists");
	const shown = chosenColumns(columns, list.value("columns")).map(({ id }) => id);
	const toggle = (id: string) => {
		const next = columns.filter((column) => (column.id === id ? !shown.includes(id) : shown.includes(column.id)));
		list.put({ columns: next.map((column) => column.id).join(",") }, "replace");
	};
	return (
		<Popover
			label={t("columns")}
			trigger={
				<Button size="small" look="quiet">
					<Columns3 aria-hidden />
					<span className="max-sm:sr-only">{t("columns")}</span>
				</Button>
			}
		>
			<div className="flex min-w-48 flex-col">
				{columns
					.filter(({ header }) => !header)
					.map(({ id, label }) => (
						<Checkbox key={id} label={label} checked={shown.includes(id)} onChange={() => toggle(id)} />
					))}
				{list.value("columns") && (
					<Button
						size="small"
						look="quiet"
						className="mt-2"
						onClick={() => list.put({ columns: undefined }, "replace")}
					>
						{t("usualColumns")}
					</Button>
				)}
			</div>
		</Popover>
	);
}
