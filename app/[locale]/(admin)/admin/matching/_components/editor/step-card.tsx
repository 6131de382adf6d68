"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ArrowDown, ArrowUp, CircleAlert, GripVertical, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { cn } from "@/app/_ui/cn";
import { IconButton } from "@/app/_ui/icon-button";
import { Switch } from "@/app/_ui/switch";
import type { Entry, StepInfo, Trouble } from "./chain";
import { Left } from "./left";
import { ParamsForm } from "./params-form";
import { stepIcons } from "./step-icons";
import { useTroubleText } from "./use-trouble-text";
import { WeightField } from "./weight-field";

export type CardDeeds = {
	change: (key: string, part: Partial<Omit<Entry, "key">>) => void;
	move: (key: string, by: -1 | 1) => void;
	remove: (key: string) => void;
};

type Props = {
	entry: Entry;
	place: number;
	info: StepInfo | undefined;
	troubles: readonly Trouble[];
	share: number | null;
	/** How many candidates are left after it, of how many; null while nothing is tried. */
	left: { after: number; before: number; all: number } | null;
	/** Values that its expressions may use. */
	earlier: readonly string[];
	deeds: CardDeeds;
};

/** A step in the chain: what it is, its parameters, what is wrong with it, and how many candidates it leaves. */
export function StepCard({ entry, place, info, troubles, share, left, earlier, deeds }: Props) {
	const t = useTranslations("matching.editor");
	const locale = useLocale();
	const troubleText = useTroubleText();
	const { key, on } = entry;
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
		id: key,
	});
	const name = info?.name[locale] ?? entry.step;
	const title = entry.as ? t("named", { step: name, name: entry.as }) : name;
	const nudge = (event: KeyboardEvent) => {
		if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
		event.preventDefault();
		deeds.move(key, event.key === "ArrowUp" ? -1 : 1);
	};
	const Icon = stepIcons[info?.kind ?? "filter"];
	return (
		<li
			ref={setNodeRef}
			style={{ transform: CSS.Translate.toString(transform), transition }}
			data-step={entry.as ?? entry.step}
			className={cn("relative", isDragging && "z-10")}
		>
			<section
				aria-label={t("step", { place: place + 1, step: title })}
				className={cn(
					"rounded-md border bg-surface transition-shadow",
					troubles.length > 0 ? "border-bad" : "border-line",
					isDragging && "bg-raised shadow-float",
				)}
			>
				<header className="flex items-center gap-2 p-2 pr-3">
					<button
						type="button"
						ref={setActivatorNodeRef}
						{...attributes}
						{...listeners}
						aria-label={t("drag", { step: title })}
						title={t("dragHint")}
						onKeyDown={(event) => {
							nudge(event);
							listeners?.onKeyDown?.(event);
						}}
						className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink active:cursor-grabbing"
					>
						<GripVertical aria-hidden className="size-4" />
					</button>
					<Icon aria-hidden className={cn("size-4 shrink-0", on ? "text-ink" : "text-muted")} />
					<h2 className={cn("min-w-0 flex-1 font-medium", !on && "text-muted line-through")}>
						{title} <span className="ml-1 font-normal text-muted text-xs">{info ? t(`kinds.${info.kind}`) : null}</span>
					</h2>
					<div className="flex shrink-0 items-center">
						<IconButton
							size="small"
							label={t("up", { step: title })}
							icon={<ArrowUp />}
							onClick={() => deeds.move(key, -1)}
						/>
						<IconButton
							size="small"
							label={t("down", { step: title })}
							icon={<ArrowDown />}
							onClick={() => deeds.move(key, 1)}
						/>
						<IconButton
							size="small"
							label={t("remove", { step: title })}
							icon={<Trash2 />}
							onClick={() => deeds.remove(key)}
						/>
						<Switch
							label={<span className="sr-only">{t("on", { step: title })}</span>}
							checked={on}
							onCheckedChange={(next) => deeds.change(key, { on: next })}
							className="ml-2"
						/>
					</div>
				</header>
				{troubles.length > 0 && (
					<ul role="alert" className="space-y-1 px-4 pb-2 pl-12">
						{troubles.map((trouble) => (
							<li key={troubleText(trouble, info)} className="flex items-start gap-1.5 font-medium text-bad text-sm">
								<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
								{troubleText(trouble, info)}
							</li>
						))}
					</ul>
				)}
				{info && on && (
					<div className="space-y-3 px-4 pb-3 pl-12 empty:hidden">
						{entry.weight !== null && (
							<WeightField
								step={title}
								weight={entry.weight}
								share={share}
								onChange={(weight) => deeds.change(key, { weight })}
							/>
						)}
						<ParamsForm entry={entry} info={info} earlier={earlier} onChange={(part) => deeds.change(key, part)} />
						{left && info.kind === "filter" && <Left {...left} />}
					</div>
				)}
			</section>
		</li>
	);
}
