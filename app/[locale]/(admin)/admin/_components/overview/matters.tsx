"use client";

import { Bell, ChevronRight, CircleAlert, Clock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Tone } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { cn } from "@/app/_ui/cn";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { Link } from "@/app/_ui/link";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { useAttention } from "../use-attention";
import { type Matter, useMatters } from "./use-matters";

/** What needs you now? Each line opens the place and says what to do. */
export function Matters() {
	const t = useTranslations("overview.matters");
	const queries = Object.values(useAttention().queries);
	const matters = useMatters();
	const broken = queries.find(({ isError }) => isError);
	const pending = queries.some(({ isPending }) => isPending);
	return (
		<Card padding="none" aria-live="polite">
			<CardHeader title={t("title")} className="mb-0 px-4 pt-4 pb-3 sm:px-6 sm:pt-6" />
			{broken && (
				<div className="px-4 pb-4 sm:px-6">
					<ErrorState error={broken.error} retry={() => void broken.refetch()} pending={broken.isRefetching} />
				</div>
			)}
			{pending && (
				<div className="px-4 pb-4 sm:px-6">
					<SkeletonRows rows={4} columns={2} />
				</div>
			)}
			{!pending && !broken && matters.length === 0 && (
				<div className="px-4 pb-6 sm:px-6">
					<EmptyState title={t("none")} picture={<NapCat className="w-40" />}>
						{t("noneHelp")}
					</EmptyState>
				</div>
			)}
			<ul className="divide-y divide-line border-line not-empty:border-t">
				{matters.map((matter) => (
					<MatterLine key={matter.name} matter={matter} />
				))}
			</ul>
		</Card>
	);
}

const looks: Record<Tone, { icon: LucideIcon; className: string }> = {
	bad: { icon: CircleAlert, className: "bg-bad-tint text-bad" },
	warn: { icon: Clock, className: "bg-warn-tint text-warn" },
	info: { icon: Bell, className: "bg-info-tint text-info" },
	good: { icon: Bell, className: "bg-good-tint text-good" },
	neutral: { icon: Bell, className: "bg-sunken text-muted" },
};

/** The most that is counted. */
const MANY = 100;

function MatterLine({ matter: { name, tone, count, things, all } }: { matter: Matter }) {
	const t = useTranslations("overview.matters");
	const { icon: Icon, className } = looks[tone];
	const more = count - things.length;
	return (
		<li className="flex gap-3 px-4 py-4 sm:px-6">
			<span className={cn("mt-0.5 inline-flex size-7 shrink-0 items-center justify-center rounded-full", className)}>
				<Icon aria-hidden className="size-4" />
			</span>
			<div className="min-w-0 flex-1">
				<h3 className="font-semibold">{t(`${name}.title`, { count })}</h3>
				<p className="text-muted">{t(`${name}.advice`)}</p>
				<ul className="mt-1.5 -ml-2">
					{things.map(({ key, name: thing, note, href }) => (
						<li key={key}>
							<Link
								look="plain"
								href={href}
								className="group flex min-h-9 items-center gap-3 rounded-md px-2 py-1 hover:bg-hover"
							>
								<span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
									<span className="figures min-w-0 truncate font-medium">{thing}</span>
									<span className="figures min-w-0 text-muted text-sm">{note}</span>
								</span>
								<ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-ink" />
							</Link>
						</li>
					))}
				</ul>
				{more > 0 && (
					<Link look="quiet" href={all} className="mt-1 inline-flex min-h-6 items-center text-sm">
						{count >= MANY ? t("muchMore") : t("more", { count: more })}
					</Link>
				)}
			</div>
		</li>
	);
}
