"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../button";
import { ColumnChooser } from "./column-chooser";
import type { ListColumn } from "./columns";
import { SavedViews } from "./saved-views";
import type { List } from "./use-list";

type ToolsProps<Row> = { list: List; columns: readonly ListColumn<Row>[]; exportPath?: string; keepsViews: boolean };

/** What one does with the list as a whole. */
export function ListTools<Row>({ list, columns, exportPath, keepsViews }: ToolsProps<Row>) {
	const t = useTranslations("lists");
	return (
		<div className="mb-1 flex flex-wrap items-center justify-end gap-1">
			{keepsViews && <SavedViews list={list} />}
			<ColumnChooser list={list} columns={columns} />
			{exportPath && (
				<Button asChild size="small" look="quiet">
					<a href={`${exportPath}?${list.address}`} download>
						<Download aria-hidden />
						<span className="max-sm:sr-only">{t("export")}</span>
					</a>
				</Button>
			)}
		</div>
	);
}
