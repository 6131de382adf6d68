"use client";

import { ChevronDown, PackageCheck, Sparkles, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { cn } from "@/app/_ui/cn";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { isLate, type Kit, progressOf } from "./board";
import { CookieLine } from "./cookie-line";
import { IssueControl } from "./issue-control";
import { KitContents } from "./kit-contents";
import { StartTime } from "./start-time";

type KitCardProps = {
	kit: Kit;
	open: boolean;
	onToggle: () => void;
	/** It has come a moment ago. */
	fresh: boolean;
	/** Milliseconds for which its issue can still be undone; 0 for a kit that is not handed out. */
	undoLeft: number;
};

/** A kit on the shelf: when and whose it is, what is in it, and the press that hands it out. Touch it to see what belongs in it. */
export function KitCard({ kit, open, onToggle, fresh, undoLeft }: KitCardProps) {
	const t = useTranslations("kiosk.kit");
	const format = useFormat();
	const contents = useId();
	const late = isLate(kit, useBusinessNow(5_000));
	const issued = undoLeft > 0;
	const whose = { name: kit.worker.name, time: format.time(kit.startsAt) };
	return (
		<li
			className={cn(
				"@container animate-rise overflow-hidden rounded-md border border-line bg-surface transition-colors",
				late && "border-bad border-l-8",
				fresh && "bg-glow",
				issued && "border-good bg-good-tint",
			)}
		>
			<div
				className={cn(
					"relative grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-0.5 p-1.5 pl-2.5",
					"@md:grid-cols-[auto_minmax(0,1fr)_auto] @md:gap-x-3",
					late && "pl-1",
				)}
			>
				{!issued && (
					<button
						type="button"
						aria-expanded={open}
						aria-controls={contents}
						aria-label={t("contents", whose)}
						onClick={onToggle}
						className="absolute inset-0 rounded-md focus-visible:-outline-offset-4"
					/>
				)}
				<StartTime at={kit.startsAt} late={late} />
				<div className="order-last col-span-2 flex min-w-0 items-center gap-2.5 @md:order-none @md:col-span-1">
					<Avatar cat={{ ...kit.worker, seed: kit.worker.workerId }} className="size-11" />
					<div className="min-w-0 flex-1">
						<p className="truncate font-semibold leading-6">{kit.worker.name}</p>
						<div className="flex min-w-0 items-center gap-2 text-base text-muted leading-5">
							{issued && (
								<span className="flex shrink-0 items-center gap-1 font-semibold text-good">
									<PackageCheck aria-hidden className="size-5" />
									{t("issued")}
								</span>
							)}
							{late && (
								<span className="flex shrink-0 items-center gap-1 font-semibold text-bad">
									<TriangleAlert aria-hidden className="size-5" />
									{t("late")}
								</span>
							)}
							{fresh && (
								<span className="flex shrink-0 items-center gap-1 font-semibold text-info">
									<Sparkles aria-hidden className="size-5" />
									{t("isNew")}
								</span>
							)}
							{!issued && <Detail kit={kit} brief={late || fresh} />}
						</div>
					</div>
					{!issued && (
						<ChevronDown
							aria-hidden
							className={cn("size-5 shrink-0 text-muted transition-transform", open && "rotate-180")}
						/>
					)}
				</div>
				<IssueControl kit={kit} undoLeft={undoLeft} whose={whose} />
			</div>
			{open && !issued && <KitContents id={contents} kit={kit} label={t("contents", whose)} />}
		</li>
	);
}

/** What is still missing says more than what it is for; that stands in the open card. */
function Detail({ kit, brief }: { kit: Kit; brief: boolean }) {
	const t = useTranslations("kiosk.kit");
	const locale = useLocale();
	if (kit.column === "cookie") return <CookieLine kit={kit} />;
	return (
		<>
			{kit.column === "new" && (
				<span data-figures className="shrink-0">
					{t("progress", progressOf(kit))}
				</span>
			)}
			{!brief && <span className="truncate">{kit.serviceName[locale]}</span>}
		</>
	);
}
