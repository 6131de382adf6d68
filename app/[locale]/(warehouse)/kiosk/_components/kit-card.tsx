"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { cn } from "@/app/_ui/cn";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { isLate, type Kit } from "./board";
import { IssueControl } from "./issue-control";
import { KitContents } from "./kit-contents";
import { KitLine } from "./kit-line";
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
		<article
			aria-label={t("of", whose)}
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
						<p className="flex items-baseline gap-2 leading-6">
							<span className="truncate font-semibold">{kit.worker.name}</span>
							<span data-figures className="ml-auto shrink-0 text-base text-muted @md:hidden">
								{kit.orderNumber}
							</span>
						</p>
						<KitLine kit={kit} issued={issued} late={late} fresh={fresh} />
					</div>
					{!issued && (
						<ChevronDown
							aria-hidden
							className={cn("hidden size-5 shrink-0 text-muted transition-transform @md:block", open && "rotate-180")}
						/>
					)}
				</div>
				<IssueControl kit={kit} undoLeft={undoLeft} whose={whose} />
			</div>
			{open && !issued && <KitContents id={contents} kit={kit} label={t("contents", whose)} />}
		</article>
	);
}
