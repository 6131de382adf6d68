"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../button";
import { cn } from "../cn";
import type { List } from "./use-list";

type PagerProps = {
	list: List;
	page: { after: string | null; before: string | null } | undefined;
	/** The picture above says so already; a screen reader still hears the count. */
	isEmpty: boolean;
	/** How many there are in all. */
	total: ReactNode;
	pending: boolean;
};

export function ListPager({ list, page, isEmpty, total, pending }: PagerProps) {
	const t = useTranslations("lists");
	return (
		<nav aria-label={t("pages")} className="mt-3 flex flex-wrap items-center justify-between gap-3">
			<p className={cn("figures text-muted text-sm", isEmpty && "sr-only")} role="status" aria-busy={pending}>
				{total}
			</p>
			{(page?.before || page?.after || list.asked.after) && (
				<div className="flex gap-2">
					{list.asked.after && !page?.before && (
						<Button size="small" onClick={() => list.put({})}>
							{t("firstPage")}
						</Button>
					)}
					{page?.before && (
						<Button size="small" onClick={() => list.put({ before: page.before ?? undefined })}>
							<ChevronLeft aria-hidden />
							{t("previousPage")}
						</Button>
					)}
					{page?.after && (
						<Button size="small" onClick={() => list.put({ after: page.after ?? undefined })}>
							{t("nextPage")}
							<ChevronRight aria-hidden />
						</Button>
					)}
				</div>
			)}
		</nav>
	);
}
