"use client";

import { Cloud, CloudOff, CloudUpload, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/app/_ui/cn";
import { formatCountdown } from "@/server/kernel/format";
import type { Keeping } from "./answer-keeper";
import type { RunningPaper } from "./paper";

const icons = { saved: Cloud, saving: CloudUpload, waiting: CloudOff, closed: TriangleAlert };
const CLOSE_MS = 60_000;

type SectionHeadProps = { paper: RunningPaper; keeping: Keeping; onOver: () => void };

/** Stays in sight: how much time is left, where one is, and whether the answers have arrived. */
export function SectionHead({ paper, keeping, onOver }: SectionHeadProps) {
	const t = useTranslations("assessment");
	const locale = useLocale();
	const left = useLeft(paper, onOver);
	const Icon = icons[keeping];
	const isClose = left <= CLOSE_MS;
	return (
		<div className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b bg-canvas px-4 py-3 text-sm">
			<p className="min-w-0 truncate font-medium">{paper.title[locale]}</p>
			<p className="text-muted">{t("place", { section: paper.section + 1, sections: paper.sections })}</p>
			<p
				role="status"
				className={cn("inline-flex items-center gap-1.5 text-muted", keeping === "closed" && "text-bad")}
			>
				<Icon aria-hidden className="size-4" />
				{t(`keeping.${keeping}`)}
			</p>
			<p className={cn("inline-flex items-baseline gap-1.5 font-semibold", isClose && "text-bad")}>
				<span className="font-normal text-muted">{t("left")}</span>
				<span data-figures role="timer">
					{left > 0 ? formatCountdown(left) : t("over.clock")}
				</span>
			</p>
			<p role="status" className="sr-only">
				{isClose && left > 0 ? t("lastMinute") : ""}
			</p>
		</div>
	);
}

/** Counted from the server's clock as it was when the paper came: this device's may be wrong. */
function useLeft({ now, sectionDeadline }: RunningPaper, onOver: () => void): number {
	const [base, setBase] = useState({ at: 0, left: sectionDeadline.getTime() - now.getTime() });
	const [left, setLeft] = useState(base.left);
	const over = useRef(onOver);
	over.current = onOver;
	useEffect(() => {
		setBase({ at: performance.now(), left: sectionDeadline.getTime() - now.getTime() });
	}, [now, sectionDeadline]);
	useEffect(() => {
		if (base.at === 0) return;
		let told = false;
		const look = () => {
			const rest = base.left - (performance.now() - base.at);
			setLeft(Math.max(0, rest));
			if (rest > 0 || told) return;
			told = true;
			over.current();
		};
		look();
		const tick = setInterval(look, 500);
		return () => clearInterval(tick);
	}, [base]);
	return left;
}
