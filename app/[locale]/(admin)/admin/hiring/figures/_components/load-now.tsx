"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { Figures, Gauge } from "./figures";

const places = {
	unread: "/admin/hiring/candidates?state=applied&sort=since&order=asc",
	decide: "/admin/hiring/candidates?state=tested&sort=since&order=asc",
	grade: "/admin/hiring/grading",
} as const;

/** What waits for somebody of the office, each a way to where it is done. */
export function LoadNow({ load, gauge }: { load: Figures["load"]; gauge: Gauge }) {
	const t = useTranslations("hiringFigures.load");
	const format = useFormat();
	const now = useBusinessNow();
	const oldest = (came: Date | null) => (came ? t("oldest", { when: format.relative(came, now) }) : t("none"));
	const inLine = gauge.reduce((sum, { counts }) => sum + (counts.waiting ?? 0), 0);
	return (
		<ul aria-label={t("label")} className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
			{(["unread", "decide", "grade"] as const).map((what) => (
				<li key={what}>
					<Link
						look="plain"
						href={places[what]}
						className="block h-full rounded-md border border-line bg-surface p-4 hover:border-edge"
					>
						<Figure name={t(what)} value={format.count(load[what].waiting)}>
							{oldest(load[what].oldest)}
						</Figure>
					</Link>
				</li>
			))}
			<li className="rounded-md border border-line bg-surface p-4">
				<Figure name={t("line")} value={format.count(inLine)}>
					{t("lastHours")}
				</Figure>
			</li>
		</ul>
	);
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
	return (
		<>
			<span className="block text-muted text-sm">{name}</span>
			<span className="figures mt-1 block font-semibold text-xl tracking-tight">{value}</span>
			<span className="mt-1 block text-muted text-sm">{children}</span>
		</>
	);
}
