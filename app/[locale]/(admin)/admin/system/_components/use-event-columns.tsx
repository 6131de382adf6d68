"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Badge, StatusPill } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import type { AppRouter } from "@/server/trpc/root";

export type ListedEvent = inferRouterOutputs<AppRouter>["events"]["list"]["rows"][number];

export function useEventColumns(): ListColumn<ListedEvent>[] {
	const t = useTranslations("system.events");
	const format = useFormat();
	return [
		{
			id: "type",
			label: t("type"),
			header: true,
			className: "wrap-anywhere max-sm:max-w-48 max-sm:whitespace-normal",
			cell: (event) => (
				<span className="inline-flex flex-wrap items-center gap-1.5">
					<Link href={`/admin/system/events/${event.id}`}>{event.name}</Link>
					{event.replayOf && <Badge tone="info">{t("replayed")}</Badge>}
				</span>
			),
		},
		{
			id: "at",
			label: t("at"),
			sort: "at",
			className: "figures whitespace-nowrap",
			cell: (event) => format.dateTime(event.at),
		},
		{ id: "actor", label: t("actor"), from: "tablet", cell: (event) => event.actor.name ?? event.actor.id ?? "–" },
		{
			id: "state",
			label: t("state"),
			from: "tablet",
			cell: (event) => (event.dispatchedAt ? t("delivered") : <StatusPill tone="warn">{t("waits")}</StatusPill>),
		},
		{ id: "id", label: t("id"), extra: true, className: "font-mono text-xs", cell: (event) => event.id },
		{
			id: "subjects",
			label: t("subjects"),
			extra: true,
			className: "font-mono text-xs",
			cell: (event) => event.subjects.join(" "),
		},
	];
}
