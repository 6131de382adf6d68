"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { completionRate, noShowRate, sumOfEnds } from "./rates";

type Api = ReturnType<typeof useTRPC>;
type TilesProps = { ends: inferOutput<Api["ordering"]["weeks"]>; money: inferOutput<Api["billing"]["weeks"]> };

/** Half of the weeks that are told, against the other half. */
const SPAN = 4;

/** The four figures that a manager looks at first. */
export function Tiles({ ends, money }: TilesProps) {
	const t = useTranslations("overview.tiles");
	const format = useFormat();
	const lately = sumOfEnds(ends.slice(-SPAN));
	const before = sumOfEnds(ends.slice(0, -SPAN));
	const rate = (value: number | null) => (value === null ? "–" : format.percent(value));
	const beforeText = (value: number | null) =>
		value === null ? t("nothingBefore") : t("before", { rate: rate(value) });
	const [lastWeek, thisWeek] = money.slice(-2);
	return (
		<ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
			<Tile
				name={t("completion")}
				value={rate(completionRate(lately))}
				note={beforeText(completionRate(before))}
				href="/admin/orders?state=completed"
			/>
			<Tile
				name={t("noShow")}
				value={rate(noShowRate(lately))}
				note={beforeText(noShowRate(before))}
				href="/admin/orders?state=failed"
			/>
			<Tile
				name={t("revenue")}
				value={thisWeek ? format.money(thisWeek.revenue) : "–"}
				note={lastWeek ? t("lastWeek", { amount: format.money(lastWeek.revenue) }) : ""}
				href="/admin/orders"
			/>
			<Tile
				name={t("workerCost")}
				value={thisWeek ? format.money(thisWeek.workerCost) : "–"}
				note={lastWeek ? t("lastWeek", { amount: format.money(lastWeek.workerCost) }) : ""}
				href="/admin/workers"
			/>
		</ul>
	);
}

function Tile({ name, value, note, href }: { name: string; value: ReactNode; note: ReactNode; href: string }) {
	return (
		<li>
			<Link
				look="plain"
				href={href}
				className="block h-full rounded-md border border-line bg-surface p-4 hover:border-edge"
			>
				<span className="block text-muted text-sm">{name}</span>
				<span className="figures mt-1 block font-semibold text-xl tracking-tight">{value}</span>
				<span className="figures mt-1 block text-muted text-sm">{note}</span>
			</Link>
		</li>
	);
}
